import { appendFile, mkdir, rm } from 'node:fs/promises';
import type { Answer, ReceivedRequest } from '../../integration/support/recordingServer.ts';
import { sendJson } from '../../integration/support/recordingServer.ts';
import type { Person } from './person.ts';

/** One way in which something goes wrong, and how a person comes upon it. */
export interface Failure {
  readonly what: string;
  /** What the account's host does with each request meanwhile; it answers well unless told. */
  readonly answer?: Answer;
  /** Nobody answers there meanwhile. */
  readonly isHostDown?: boolean;
  /** What the person does. */
  readonly meet: (person: Person) => Promise<unknown>;
  /** What VS Code says of it. */
  readonly says: RegExp;
  /** What the log tells of it, where the words for the person are those of several failures. */
  readonly logs?: RegExp;
}

/** A careless service: it repeats what it was sent, as it came and as it was meant. */
function echo({ headers }: ReceivedRequest): string {
  const authorization = String(headers['authorization']);
  const [key] = Buffer.from(authorization.replace(/^Basic /, ''), 'base64')
    .toString()
    .split(':');
  return `${authorization} (${key})`;
}

const check = (person: Person): Promise<unknown> => person.checkConnection();
const uploading = (person: Person): Promise<unknown> => person.uploadFile('logo.svg');

function status(code: number, says: RegExp, meet: Failure['meet'] = check): Failure {
  return {
    what: `status ${code}`,
    meet,
    says,
    answer: (request, response) =>
      sendJson(response, code, { message: `Refused: ${echo(request)}`, help: echo(request) }),
  };
}

const notImageKit = /The answer is not one of ImageKit’s/;

/** What the host of the account says, or fails to say. */
const answers: readonly Failure[] = [
  status(400, /refused the request: Refused/),
  status(401, /did not accept the private key/),
  status(403, /does not allow this/),
  status(404, /has no such item/),
  status(409, /found a conflict/),
  status(413, /larger than your ImageKit plan allows/, uploading),
  status(423, /still working on this folder/),
  status(500, /problem of its own \(status 500\)/),
  status(503, /problem of its own \(status 503\)/),
  {
    what: 'a connection that is reset',
    answer: (_request, response) => response.socket?.resetAndDestroy(),
    meet: check,
    says: /broke off/,
    logs: /ECONNRESET/,
  },
  {
    what: 'an answer that ends early',
    answer: (_request, response) =>
      response.writeHead(200, { 'content-length': '99' }).write('[', () => response.destroy()),
    meet: check,
    says: /broke off/,
  },
  {
    what: 'the sign-in page of a network',
    answer: (request, response) => response.end(`<html>Sign in, ${echo(request)}</html>`),
    meet: check,
    says: notImageKit,
  },
  {
    what: 'half an answer',
    answer: (request, response) => response.end(`[{"fileId": "${echo(request)}`),
    meet: check,
    says: notImageKit,
  },
  {
    what: 'an answer of another kind',
    answer: (request, response) => sendJson(response, 200, { [echo(request)]: echo(request) }),
    meet: check,
    says: notImageKit,
  },
  {
    what: 'a wait that the person cancels',
    answer: () => undefined,
    meet: (person) => person.cancelCheck(),
    says: /checking the key of/,
  },
  {
    what: 'redirects without an end',
    answer: ({ url }, response) => response.writeHead(302, { location: url }).end(),
    meet: check,
    says: notImageKit,
  },
];

/** What goes wrong before a host says anything. */
const networks: readonly Failure[] = [
  {
    what: 'a refused connection',
    isHostDown: true,
    meet: check,
    says: /cannot be reached/,
    logs: /ECONNREFUSED/,
  },
  {
    what: 'a certificate that nobody trusts',
    meet: (person) => person.connectInVain(person.hosts.selfSigned),
    says: /certificate of .+ is not trusted/,
    logs: /DEPTH_ZERO_SELF_SIGNED_CERT/,
  },
  {
    what: 'a host without TLS',
    meet: (person) => person.connectInVain(person.hosts.withoutTls),
    says: /cannot be reached|broke off/,
    logs: /EPROTO|ERR_SSL_WRONG_VERSION_NUMBER/,
  },
  {
    what: 'a host that never says a word',
    meet: (person) => person.connectInVain(person.hosts.silent),
    says: /cannot be reached/,
    logs: /no connection within/,
  },
  {
    what: 'the name of a proxy that nobody knows',
    meet: (person) => person.connectInVain('https://ik.imagekit.io/canary'),
    says: /cannot be reached|broke off/,
    logs: /proxies: PROXY proxy\.invalid:8080/,
  },
];

/** What goes wrong with a file of the person. */
const files: readonly Failure[] = [
  {
    what: 'a file that is gone when it is sent',
    meet: (person) => person.uploadFile('gone.svg', (path) => rm(path)),
    says: /does not exist/,
  },
  {
    what: 'a file that cannot be read',
    meet: (person) =>
      person.uploadFile('folder.svg', async (path) => {
        await rm(path);
        await mkdir(path);
      }),
    says: /cannot be read/,
  },
  {
    what: 'a file that changes while it is sent',
    meet: (person) =>
      person.uploadFile('harbour film.mp4', undefined, (path) => appendFile(path, 'x')),
    says: /changed while it was sent/,
  },
];

/** The last one: for a while the extension itself sends nothing after it. */
const tooMany: Failure = {
  what: 'too many requests',
  answer: (_request, response) =>
    response.writeHead(429, { 'x-ratelimit-reset': '60000' }).end('{}'),
  meet: check,
  says: /too many requests/,
};

export const failures: readonly Failure[] = [...networks, ...answers, ...files, tooMany];
