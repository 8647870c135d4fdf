import sharp from 'sharp';

const side = 32;
const kept = 8;

/**
 * A perceptual hash: the low frequencies of the picture in grey, above or below their median.
 * Similar pictures differ in few of its bits; the service's own hashes are others.
 * @returns 16 hex digits.
 */
export async function perceptualHash(input: string | Buffer): Promise<string> {
  const pixels = await sharp(input)
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(side, side, { fit: 'fill' })
    .raw()
    .toBuffer();
  const low = lowFrequencies(pixels);
  const sorted = low.slice(1).sort((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const bits = low.map((value) => (value > median ? '1' : '0')).join('');
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

/** The first rows and columns of the cosine transform. */
function lowFrequencies(pixels: Buffer): number[] {
  const cosine = (frequency: number, at: number): number =>
    Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * side));
  const values: number[] = [];
  for (let v = 0; v < kept; v += 1) {
    for (let u = 0; u < kept; u += 1) {
      let sum = 0;
      for (let y = 0; y < side; y += 1) {
        for (let x = 0; x < side; x += 1) {
          sum += (pixels[y * side + x] ?? 0) * cosine(u, x) * cosine(v, y);
        }
      }
      values.push(sum);
    }
  }
  return values;
}
