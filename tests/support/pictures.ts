import sharp from "sharp";

/** A picture as a camera would give it, with enough going on that it is not all one colour. */
export async function jpeg(width = 320, height = 240, colour = "#4a7"): Promise<Buffer> {
  const base = sharp({ create: { width, height, channels: 3, background: colour, noise: { type: "gaussian", mean: 128, sigma: 20 } } });
  return base.jpeg({ quality: 60 }).toBuffer();
}

/** With a camera's name, a place and a side that is up, as phones write them. */
export const withGps = (picture: Buffer, orientation: number): Promise<Buffer> =>
  sharp(picture).withExif({
    IFD0: { Make: "Pocket Camera 7", Orientation: String(orientation) },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "30/1 3/1 5000/100", GPSLongitudeRef: "E", GPSLongitude: "120/1 12/1 7600/100" },
  }).withMetadata({ orientation }).jpeg({ quality: 40 }).toBuffer();
