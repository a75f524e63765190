import { isPhotoKept } from "@/lib/gate/blackout";
import { pictureOf } from "@/lib/gate/picture";
import { idFrom } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { keepPhoto } from "@/lib/photos/acts";
import { MOST_BYTES } from "@/lib/photos/rules";
import { answer, no, yes } from "../../imports/answer";

type At = { params: Promise<{ id: string }> };

async function photoIdFrom({ params }: At) {
  const id = idFrom<"photo">((await params).id);
  if (!id) throw Refusal.notFound("这张照片");
  return id;
}

/** One picture, as the bytes it is, from the phone where it was taken. 410 says that nobody waits for it any more. */
export async function POST(request: Request, at: At): Promise<Response> {
  return answer(async (desk) => {
    const owner = request.headers.get("x-qinglan-owner");
    if (owner && owner !== desk.me.id) return Response.json({ ok: false, otherPerson: true, message: "这部手机上的内容是另一个人的，由本人登录后发送" }, { status: 403 });
    const id = await photoIdFrom(at);
    if (!/^image\/(jpeg|png|webp)$/.test(request.headers.get("content-type") ?? "")) return no(415, "只收 JPG、PNG、WebP 照片");
    const bytes = await bodyOf(request);
    if (!bytes) return no(413, "这张照片超过 400 kB。换一张，或不加照片");
    if (await isPhotoKept(desk, id)) return no(503, "现在没能收下，过一会儿会再发一次");
    return (await keepPhoto(desk, id, bytes)) === "removed" ? no(410, "这张照片已经从日志里去掉了") : yes();
  });
}

/** Counted as it comes in: a length that was promised is not a length. */
async function bodyOf(request: Request): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    if ((size += chunk.length) > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** For whoever may see it, as a file and never as a page: shown inside ours, it runs nothing and is kept by nobody. */
export async function GET(_request: Request, at: At): Promise<Response> {
  return answer(async (desk) => {
    const picture = await pictureOf(desk, await photoIdFrom(at));
    if (!picture) throw Refusal.notFound("这张照片");
    return new Response(new Uint8Array(picture), {
      headers: {
        "Content-Type": "image/jpeg",
        "Content-Disposition": 'attachment; filename="photo.jpg"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
  });
}
