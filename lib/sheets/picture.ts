import sharp from "sharp";

// Every decoder is a way in: only these three can be reached, whatever a file says it is.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"] });
sharp.concurrency(1);
sharp.cache(false);

const input = { limitInputPixels: 40_000_000, failOn: "error", sequentialRead: true } as const;

/** A picture from a stranger, upright; what is made of it is made anew from its pixels, so that nothing else comes along. */
export const drawn = (bytes: Uint8Array) => sharp(bytes, input).timeout({ seconds: 10 }).autoOrient();
