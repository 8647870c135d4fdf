import type { Exchange } from '../server/exchange.ts';
import { sendBytes, sendStream } from '../server/respond.ts';
import type { ByteRange, Content } from './content.ts';
import { DeliveryError } from './deliveryError.ts';

/** Answers with the content, whole or in part; knows ETag, Range and HEAD. */
export async function sendContent(exchange: Exchange, content: Content): Promise<void> {
  const { request, response } = exchange;
  const etag = `"${content.tag}"`;
  response.setHeader('etag', etag);
  response.setHeader('last-modified', new Date(content.lastModified).toUTCString());
  response.setHeader('cache-control', 'public, max-age=31536000, must-revalidate');
  response.setHeader('accept-ranges', 'bytes');
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim()) ?? [];
  if (known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)) {
    response.writeHead(304).end();
    return;
  }
  const range = readRange(request.headers.range, content.size);
  if (range === 'outside') {
    response.setHeader('content-range', `bytes */${String(content.size)}`);
    throw new DeliveryError(416, 'ERANGE', 'the range lies outside the file');
  }
  const { start, end } = range ?? { start: 0, end: content.size - 1 };
  if (range !== undefined) {
    response.setHeader(
      'content-range',
      `bytes ${String(start)}-${String(end)}/${String(content.size)}`,
    );
  }
  response.writeHead(range === undefined ? 200 : 206, {
    'content-type': content.mime,
    'content-length': end - start + 1,
  });
  if (exchange.method === 'HEAD' || content.size === 0) {
    response.end();
    return;
  }
  const source = content.open({ start, end });
  if (Buffer.isBuffer(source)) sendBytes(exchange, source.subarray(start, end + 1));
  else await sendStream(exchange, source);
}

/** Reads one range; several at once are answered with the whole file, as the standard allows. */
function readRange(header: string | undefined, size: number): ByteRange | 'outside' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return undefined;
  const [, first = '', last = ''] = match;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'outside' : { start, end };
}
