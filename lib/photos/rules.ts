export const PHOTOS_A_VISIT = 6;
/** What a phone squeezes a picture into, and what the server still takes: other browsers count and squeeze differently. */
export const FROM_PHONE = 300_000;
export const MOST_BYTES = 400 * 1024;
/** Of one author, as kept. */
export const MOST_A_MONTH = 200 * 1024 * 1024;

/** What the first bytes are; what they claim in a header or a name is no matter. */
export function kindOf(bytes: Uint8Array): "jpeg" | "png" | "webp" | undefined {
  const begins = (place: number, ...mark: number[]) => mark.every((byte, i) => bytes[place + i] === byte);
  if (begins(0, 0xff, 0xd8, 0xff)) return "jpeg";
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  return begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50) ? "webp" : undefined;
}
