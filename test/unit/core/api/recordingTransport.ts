import {
  createImageKitClient,
  type ImageKitClient,
} from '../../../../src/core/api/createImageKitClient.ts';
import type { HttpRequest, HttpResponse } from '../../../../src/core/api/httpTransport.ts';
import { fakeClock, type FakeClock } from './fakeClock.ts';

export interface GivenAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** An answer to give, or an error to fail with. */
export type Answer = GivenAnswer | Error;

export interface Recording {
  readonly client: ImageKitClient;
  /** Everything that went to the wire, in order. */
  readonly requests: readonly HttpRequest[];
  readonly clock: FakeClock;
}

export const testKey = 'private_test/Key+1=';

/** A client whose transport gives these answers in order; the last one again and again. */
export function recordingClient(...answers: readonly Answer[]): Recording {
  return answeringClient((_, index) => answers[Math.min(index, answers.length - 1)] ?? {});
}

/** A client whose transport asks for each answer; `index` counts the requests from 0. */
export function answeringClient(
  answerTo: (request: HttpRequest, index: number) => Answer | Promise<Answer>,
): Recording {
  const requests: HttpRequest[] = [];
  const clock = fakeClock();
  const transport = async (request: HttpRequest): Promise<HttpResponse> => {
    const index = requests.push(request) - 1;
    const answer = await answerTo(request, index);
    if (answer instanceof Error) throw answer;
    return respond(answer);
  };
  const account = {
    privateKey: testKey,
    apiOrigin: 'https://api.example.test',
    uploadOrigin: 'https://upload.example.test',
  };
  const client = createImageKitClient({
    transport,
    account,
    clock,
    random: () => 0,
  });
  return { client, requests, clock };
}

export function respond({ status = 200, headers = {}, body }: GivenAnswer): HttpResponse {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    header: (name) => headers[name.toLowerCase()],
    text: async () => text,
    bytes: async () => new TextEncoder().encode(text),
  };
}

/** The one request that was recorded. */
export function onlyRequest({ requests }: Recording): HttpRequest {
  const [request] = requests;
  if (!request || requests.length > 1) throw new Error(`${requests.length} requests were sent.`);
  return request;
}

/** The text fields of an upload's form by name. */
export function textFields(request: HttpRequest): Record<string, string> {
  if (request.body?.kind !== 'form') throw new Error('The body is no form.');
  return Object.fromEntries(
    [...request.body.form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

export const exampleFile = {
  type: 'file',
  fileId: 'abc123',
  name: 'a.jpg',
  filePath: '/blog/a.jpg',
  url: 'https://ik.imagekit.io/demo/blog/a.jpg?updatedAt=1',
  fileType: 'image',
  size: 1234,
  width: 300,
  height: null,
  tags: null,
  orientation: 1,
};

export const exampleFolder = {
  type: 'folder',
  folderId: 'def456',
  name: 'blog',
  folderPath: '/blog',
};
