import { Refusal } from "@/lib/kernel/refusal";
import { drawn } from "@/lib/sheets/picture";
import { kindOf } from "./rules";

const EDGE = 1600;

/** The picture alone, no larger than a screen needs. */
export async function cleaned(bytes: Uint8Array): Promise<Buffer> {
  if (!kindOf(bytes)) throw Refusal.invalid("photo", "只收 JPG、PNG、WebP 照片。换一张，或不加照片");
  return drawn(bytes)
    .resize({ width: EDGE, height: EDGE, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" }).jpeg({ quality: 75 }).toBuffer()
    .catch(() => {
      throw Refusal.invalid("photo", "这张照片打不开，可能坏了或太大。换一张，或不加照片");
    });
}
