/**
 * A process that takes uploads and throws them away, so that what sends them is measured and not
 * what receives them: it reads no more of a request than its `Content-Length`. Prints its origin.
 */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

const stored = JSON.stringify({
  fileId: '0123456789abcdef01234567',
  name: 'file.bin',
  filePath: '/file.bin',
  url: 'https://ik.imagekit.io/demo/file.bin',
  fileType: 'non-image',
  size: 1,
  versionInfo: { id: '0123456789abcdef01234567', name: 'Version 1' },
});
const answer = [
  'HTTP/1.1 200 OK',
  'Content-Type: application/json',
  `Content-Length: ${stored.length}`,
  '',
  stored,
].join('\r\n');
const endOfHead = '\r\n\r\n';

function take(socket: Socket): void {
  let head = Buffer.alloc(0);
  /** Bytes of the body that are still to come; `undefined` within a head. */
  let rest: number | undefined;
  socket.on('data', (chunk: Buffer) => {
    let bytes = chunk;
    while (bytes.length > 0) {
      if (rest === undefined) {
        head = Buffer.concat([head, bytes]);
        const end = head.indexOf(endOfHead);
        if (end === -1) return;
        rest = lengthOf(head.toString('latin1', 0, end));
        bytes = head.subarray(end + endOfHead.length);
        head = Buffer.alloc(0);
      }
      const taken = Math.min(rest, bytes.length);
      rest -= taken;
      bytes = bytes.subarray(taken);
      if (rest > 0) return;
      rest = undefined;
      socket.write(answer);
    }
  });
  socket.on('error', () => socket.destroy());
}

function lengthOf(head: string): number {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length === undefined) throw new Error(`A request without a Content-Length:\n${head}`);
  return Number(length);
}

const server = createServer({ noDelay: true }, take);
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
