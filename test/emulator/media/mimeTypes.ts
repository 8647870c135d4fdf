/** File extension → MIME type and the format name that searches use. */
const byExtension: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  avif: 'image/avif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  ico: 'image/x-icon',
  pdf: 'application/pdf',
  js: 'application/javascript',
  css: 'text/css',
  html: 'text/html',
  txt: 'text/plain',
  md: 'text/markdown',
  json: 'application/json',
  xml: 'application/xml',
  zip: 'application/zip',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
};

export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

export function mimeOf(name: string): string {
  return byExtension[extensionOf(name)] ?? 'application/octet-stream';
}

/** The names of sharp's decoders → MIME type and ImageKit's format name. */
export const imageFormats: Readonly<Record<string, { mime: string; format: string }>> = {
  jpeg: { mime: 'image/jpeg', format: 'jpg' },
  png: { mime: 'image/png', format: 'png' },
  webp: { mime: 'image/webp', format: 'webp' },
  gif: { mime: 'image/gif', format: 'gif' },
  svg: { mime: 'image/svg+xml', format: 'svg' },
  heif: { mime: 'image/avif', format: 'avif' },
  tiff: { mime: 'image/tiff', format: 'tiff' },
};
