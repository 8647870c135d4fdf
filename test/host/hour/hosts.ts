import { readFile } from 'node:fs/promises';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { answerAsImageKit, RecordingServer } from '../../integration/support/recordingServer.ts';
import { listening, startRawServer, type TestServer } from '../../unit/platform/testServer.ts';
import { projectPaths } from '../projectPaths.ts';

/** The hosts of an hour: those of the two accounts, and some where no connection comes about. */
export interface Hosts {
  readonly own: readonly [RecordingServer, RecordingServer];
  /** URL endpoint with a certificate that nobody trusts. */
  readonly selfSigned: string;
  /** URL endpoint with https whose host speaks http. */
  readonly withoutTls: string;
  /** URL endpoint whose host accepts connections and says nothing. */
  readonly silent: string;
  /** What came to the last three, past TLS where there is any. */
  readonly strangers: readonly Buffer[];
  stop(): Promise<void>;
}

export async function startHosts(): Promise<Hosts> {
  const own = [
    new RecordingServer(answerAsImageKit),
    new RecordingServer(answerAsImageKit),
  ] as const;
  await Promise.all(own.map((server) => server.start()));
  const strangers: Buffer[] = [];
  const keep = (chunk: Buffer): void => void strangers.push(chunk);
  const selfSigned = await listening(
    createTlsServer(await selfSignedCertificate(), ({ headers }, response) => {
      keep(Buffer.from(JSON.stringify(headers)));
      response.end('[]');
    }),
    'https',
  );
  const withoutTls = await startRawServer((socket) => {
    socket.on('data', keep).once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  });
  const silent = await startRawServer((socket) => void socket.on('data', keep));
  const asEndpoint = ({ origin }: TestServer): string =>
    `${origin.replace(/^http:/, 'https:')}/canary`;
  return {
    own,
    selfSigned: asEndpoint(selfSigned),
    withoutTls: asEndpoint(withoutTls),
    silent: asEndpoint(silent),
    strangers,
    async stop() {
      await Promise.all([...own, selfSigned, withoutTls, silent].map((server) => server.stop()));
    },
  };
}

async function selfSignedCertificate(): Promise<{ readonly key: Buffer; readonly cert: Buffer }> {
  const pem = (part: string): Promise<Buffer> =>
    readFile(join(projectPaths.root, `test/fixtures/tls/selfSigned.${part}.pem`));
  return { key: await pem('key'), cert: await pem('cert') };
}
