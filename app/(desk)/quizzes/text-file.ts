const headers = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

/** Plain text to keep, byte for byte, under a Chinese name. */
export const textFile = (name: string, text: string): Response =>
  new Response(text, {
    headers: { ...headers, "Content-Type": "text/plain; charset=utf-8", "Content-Disposition": `attachment; filename="draw.txt"; filename*=UTF-8''${encodeURIComponent(name)}` },
  });

/** Whoever may not see it learns that there is none. */
export const nothing = (): Response => new Response("没有找到这份材料，可能不对你开放", { status: 404, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
