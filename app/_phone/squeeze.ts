import { FROM_PHONE } from "@/lib/photos/rules";

const steps = [[1600, 0.75], [1600, 0.6], [1280, 0.6], [1024, 0.5], [800, 0.4], [640, 0.4]] as const;
const ROOM = 50_000_000;

/** Only where photos are; brought along early, so that it is there when there is no network. */
export const squeezer = () => import("compressorjs");

/** The picture alone, made anew from its pixels and small enough for a thin line: where and with what it was taken stays behind. */
export async function squeezed(picture: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const { default: Compressor } = await squeezer();
  for (const [edge, quality] of steps) {
    const made = await new Promise<Blob>((give, fail) => void new Compressor(picture, {
      maxWidth: edge, maxHeight: edge, quality, mimeType: "image/jpeg", strict: false, retainExif: false, success: give, error: fail,
    }));
    if (made.type === "image/jpeg" && made.size <= FROM_PHONE) return new Uint8Array(await made.arrayBuffer());
  }
  throw new Error("it does not get small enough");
}

/** Whether this phone has room to spare, as far as its browser tells. */
export async function hasRoom(): Promise<boolean> {
  const { quota, usage } = await Promise.resolve(navigator.storage?.estimate?.()).catch(() => undefined) ?? {};
  return quota === undefined || usage === undefined || quota - usage > ROOM;
}

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === "QuotaExceededError";
