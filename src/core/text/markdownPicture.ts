/** CSS pixels; VS Code's own notation behind a picture's address: `|width=320,height=160`. */
export interface PictureDimensions {
  readonly width?: number;
  readonly height?: number;
}

/**
 * A picture in Markdown, loaded from exactly this address. VS Code decodes the address once and
 * does not encode it again: `%2F` would be asked for as `/`, which breaks signatures.
 * @param address Absolute: `https:` or `data:`.
 */
export function markdownPicture(address: string, dimensions: PictureDimensions = {}): string {
  const isData = address.startsWith('data:');
  const exact = isData ? address : address.replaceAll('%', '%25');
  const sides = Object.entries(dimensions).map(([side, pixels]) => `${side}=${pixels}`);
  const target = sides.length === 0 ? exact : `${exact}|${sides.join(',')}`;
  // Brackets would end the address.
  return /[()]/.test(target) ? `![](<${target}>)` : `![](${target})`;
}
