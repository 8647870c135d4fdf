import {
  createImageKitClient,
  type ImageKitClient,
} from '../../../../src/core/api/createImageKitClient.ts';
import type { HttpRequest, HttpResponse } from '../../../../src/core/api/httpTransport.ts';

/** An answer to give, or an error to fail with. */
export type Answer =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | Error;

export interface Recording {
  readonly client: ImageKitClient;
  /** Everything that went to the wire, in order. */
  readonly requests: readonly HttpRequest[];
}

export const testKey = 'private_test/Key+1=';

/** A client whose transport gives these answers in order; the last one again and again. */
export function recordingClient(...answers: readonly Answer[]): Recording {
  const requests: HttpRequest[] = [];
  const transport = async (request: HttpRequest): Promise<HttpResponse> => {
    requests.push(request);
    const answer = answers[Math.min(requests.length, answers.length) - 1] ?? {};
    if (answer instanceof Error) throw answer;
    return respond(answer);
  };
  const account = {
    privateKey: testKey,
    apiOrigin: 'https://api.example.test',
    uploadOrigin: 'https://upload.example.test',
  };
  return { client: createImageKitClient({ transport, account, random: () => 0 }), requests };
}

function respond({ status = 200, headers = {}, body }: Exclude<Answer, Error>): HttpResponse {
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
