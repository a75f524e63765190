import { crc32, deflateSync } from "node:zlib";
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

/** A black square of one bit a pixel: a sound PNG, tiny on the line and vast in memory. */
export function flood(edge: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(edge, 0);
  head.writeUInt32BE(edge, 4);
  head[8] = 1;
  const rows = Buffer.alloc(edge * (1 + Math.ceil(edge / 8)));
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
