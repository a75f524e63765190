import sharp from "sharp";
import { Refusal } from "@/lib/kernel/refusal";
import { kindOf } from "./rules";

// Every decoder is a way in: only these three can be reached, whatever a file says it is.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"] });
sharp.concurrency(1);
sharp.cache(false);

const EDGE = 1600;
const input = { limitInputPixels: 40_000_000, failOn: "error", sequentialRead: true } as const;

/** The picture alone: upright, no larger than a screen needs, made anew from its pixels, so that nothing else comes along. */
export async function cleaned(bytes: Uint8Array): Promise<Buffer> {
  if (!kindOf(bytes)) throw Refusal.invalid("photo", "只收 JPG、PNG、WebP 照片。换一张，或不加照片");
  return sharp(bytes, input).timeout({ seconds: 10 }).autoOrient()
    .resize({ width: EDGE, height: EDGE, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" }).jpeg({ quality: 75 }).toBuffer()
    .catch(() => {
      throw Refusal.invalid("photo", "这张照片打不开，可能坏了或太大。换一张，或不加照片");
    });
}
