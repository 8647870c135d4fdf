import assert from 'node:assert/strict';
import type { HttpRequest } from '../../../../../src/core/api/httpTransport.ts';
import { ImageKitError, isImageKitError } from '../../../../../src/core/api/imageKitError.ts';
import type { FileUploadParams } from '../../../../../src/core/api/upload/uploadParams.ts';
import {
  answeringClient,
  exampleFile,
  type Answer,
  type Recording,
} from '../recordingTransport.ts';

const bytes = new Blob(['bytes']);
const lost = new ImageKitError('connectionLost', 'broke off');
const isUpload = ({ url }: HttpRequest): boolean => url.includes('/upload');
/** The fake clock's beginning; the service's own one is two hours ahead. */
const start = Date.UTC(2026, 0, 1);
const skew = 2 * 3_600_000;

interface Stored {
  readonly name: string;
  readonly size?: number;
  /** Milliseconds after the upload was sent. */
  readonly after?: number;
  readonly version?: string;
}

function asListed({ name, size = bytes.size, after = 100, version = 'v1' }: Stored): object {
  const time = new Date(start + skew + after).toISOString();
  return {
    ...exampleFile,
    fileId: `id of ${name}`,
    name,
    size,
    createdAt: '2020-01-01T00:00:00.000Z',
    updatedAt: time,
    thumbnail: 'https://example.test/t.jpg',
    versionInfo: { id: version, name: 'Version 1' },
  };
}

/** A service that fails uploads one after the other and lists what it has by then. */
function service(
  failures: readonly Answer[],
  library: (looks: number) => readonly Stored[] | Error,
  { sends = 'all' }: { readonly sends?: 'all' | 'half' } = {},
): Recording & { readonly uploads: () => number; readonly looks: () => number } {
  let uploads = 0;
  let looks = 0;
  const recording = answeringClient((request) => {
    if (isUpload(request)) {
      request.onUploadProgress?.(sends === 'all' ? 300 : 150, 300);
      return failures[uploads++] ?? { body: { ...exampleFile, fileId: `sent ${uploads}` } };
    }
    const listed = library(++looks);
    if (listed instanceof Error) return listed;
    const date = new Date(recording.clock.now() + skew).toUTCString();
    return { headers: { date }, body: listed.map(asListed) };
  });
  return { ...recording, uploads: () => uploads, looks: () => looks };
}

async function uploadTo(
  { client }: Recording,
  params: Partial<FileUploadParams> = {},
): Promise<string | undefined> {
  return (await client.files.upload({ file: bytes, fileName: 'a b.jpg', ...params })).fileId;
}

suite('an upload whose answer was lost', () => {
  test('is found in its folder and not sent again', async () => {
    const found = service([lost], () => [{ name: 'other.jpg' }, { name: 'a_b_x1Y-_z.jpg' }]);
    const uploaded = await found.client.files.upload({
      file: bytes,
      fileName: 'a b.jpg',
      folder: 'new folder/',
    });
    assert.equal(uploaded.name, 'a_b_x1Y-_z.jpg');
    assert.ok(uploaded.fileId !== undefined);
    assert.equal(uploaded.thumbnailUrl, 'https://example.test/t.jpg');
    assert.equal(found.uploads(), 1);
    const { searchParams } = new URL(found.requests[1]?.url ?? '');
    assert.deepEqual(Object.fromEntries(searchParams), {
      path: '/new_folder',
      type: 'file',
      sort: 'DESC_UPDATED',
      skip: '0',
      limit: '100',
    });
  });

  test('is looked for a few times, as the service may still be storing it', async () => {
    const late = service([lost], (looks) => (looks < 3 ? [] : [{ name: 'a_b_x.jpg' }]));
    assert.equal(await uploadTo(late), 'id of a_b_x.jpg');
    assert.deepEqual([late.uploads(), late.looks()], [1, 3]);
    assert.deepEqual(late.clock.waits, [500, 1500, 3000]);
  });

  test('is sent again when it is nowhere', async () => {
    for (const failure of [lost, { status: 502 }, { status: 503 }]) {
      const missing = service([failure], () => []);
      assert.equal(await uploadTo(missing), 'sent 2');
      assert.deepEqual([missing.uploads(), missing.looks()], [2, 3]);
    }
  });

  test('fails after the third time with the last error', async () => {
    const broken = service([lost, lost, { status: 502 }], () => []);
    await assert.rejects(uploadTo(broken), (error) => isImageKitError(error, 'server'));
    assert.deepEqual([broken.uploads(), broken.looks()], [3, 9]);
  });

  test('is sent again at once when only a part was sent: half a file is never stored', async () => {
    const half = service([lost], () => [{ name: 'a_b_x.jpg' }], { sends: 'half' });
    assert.equal(await uploadTo(half), 'sent 2');
    assert.deepEqual([half.uploads(), half.looks()], [2, 0]);
    assert.deepEqual(half.clock.waits, [500]);
  });

  test('is not sent again while the service may still work on it', async () => {
    for (const failure of [
      new ImageKitError('timedOut', 'x'),
      { status: 504 },
      { body: '{"cut' },
    ]) {
      const silent = service([failure], () => []);
      await assert.rejects(uploadTo(silent), ImageKitError);
      assert.deepEqual([silent.uploads(), silent.looks()], [1, 3]);
      const stored = service([failure], () => [{ name: 'a_b_x.jpg' }]);
      assert.equal(await uploadTo(stored), 'id of a_b_x.jpg');
    }
  });

  test('is not sent again when the library cannot be read; the upload’s own error is given', async () => {
    const blind = service([lost], () => new ImageKitError('unreachable', 'no library'));
    await assert.rejects(uploadTo(blind), (error) => error === lost);
    assert.equal(blind.uploads(), 1);
  });

  test('is not looked for when the service answered', async () => {
    for (const status of [400, 401, 403, 413, 500]) {
      const refusing = service([{ status }], () => []);
      await assert.rejects(uploadTo(refusing), ImageKitError);
      assert.deepEqual([refusing.uploads(), refusing.looks()], [1, 0]);
    }
  });

  test('arrived late when the second one is refused because of the first', async () => {
    const refusal = { status: 400, body: { message: 'A file of this name exists.' } };
    const late = service([lost, refusal], (looks) => (looks < 4 ? [] : [{ name: 'a_b.jpg' }]));
    const params = { useUniqueFileName: false, overwriteFile: false };
    assert.equal(await uploadTo(late, params), 'id of a_b.jpg');
    assert.equal(late.uploads(), 2);
  });

  test('ends at once when the caller cancels', async () => {
    const waiting = service([lost], () => []);
    const controller = new AbortController();
    waiting.clock.onWait = () => controller.abort();
    await assert.rejects(
      waiting.client.files.upload(
        { file: bytes, fileName: 'a.jpg' },
        { signal: controller.signal },
      ),
      (error) => isImageKitError(error, 'cancelled'),
    );
    assert.equal(waiting.requests.length, 1);
  });

  test('is looked for with the beta of v2 too', async () => {
    const found = service([lost], () => [{ name: 'a_b_x.jpg' }]);
    const { upload } = found.client.beta.v2.files;
    assert.equal((await upload({ file: bytes, fileName: 'a b.jpg' })).fileId, 'id of a_b_x.jpg');
    assert.equal(found.uploads(), 1);
  });
});

suite('which file is the lost one', () => {
  const cases: readonly [string, Stored, Partial<FileUploadParams>, boolean][] = [
    ['a name with a suffix', { name: 'a_b_Zz9.jpg' }, {}, true],
    ['another end', { name: 'a_b_Zz9.png' }, {}, false],
    ['more than a suffix', { name: 'a_b_Zz9.min.jpg' }, {}, false],
    ['a suffix longer than any', { name: `a_b_${'Z'.repeat(25)}.jpg` }, {}, false],
    ['the bare name where a suffix is due', { name: 'a_b.jpg' }, {}, false],
    ['the bare name', { name: 'a_b.jpg' }, { useUniqueFileName: false }, true],
    ['a suffix where none is due', { name: 'a_b_Z.jpg' }, { useUniqueFileName: false }, false],
    ['another size', { name: 'a_b_Z.jpg', size: 6 }, {}, false],
    ['one from before', { name: 'a_b_Z.jpg', after: -10_000 }, {}, false],
    ['one from just before, as clocks differ', { name: 'a_b_Z.jpg', after: -1500 }, {}, true],
    ['a name of another script', { name: '___Z.jpg' }, { fileName: 'äöü.jpg' }, true],
    ['one without an end', { name: 'read_me_Z' }, { fileName: 'read me' }, true],
    ['one that begins with a dot', { name: '.env_Z' }, { fileName: '.env' }, true],
    ['base64 of the size', { name: 'a_b_Z.jpg' }, { file: btoa('bytes') }, true],
    ['base64 of another', { name: 'a_b_Z.jpg' }, { file: btoa('byte') }, false],
    [
      'a data URI of the size',
      { name: 'a_b_Z.jpg' },
      { file: `data:text/plain;base64,${btoa('bytes')}` },
      true,
    ],
    ['an address, of any size', { name: 'a_b_Z.jpg', size: 9 }, { file: 'https://a.test/x' }, true],
    [
      'one that is transformed first',
      { name: 'a_b_Z.jpg', size: 9 },
      { transformation: { pre: 'w-9' } },
      true,
    ],
    [
      'one that loses its background',
      { name: 'a_b_Z.jpg', size: 9 },
      { extensions: [{ name: 'remove-bg' }] },
      true,
    ],
  ];
  for (const [what, stored, params, isSame] of cases) {
    test(`${what} is ${isSame ? 'it' : 'not it'}`, async () => {
      const found = service([lost], () => [stored]);
      assert.equal(await uploadTo(found, params), isSame ? `id of ${stored.name}` : 'sent 2');
    });
  }

  test('the file of an upload that was answered is never taken for another’s', async () => {
    const first = asListed({ name: 'a_b_1.jpg' });
    const { client } = service([{ body: first }, lost], () => [
      { name: 'a_b_1.jpg' },
      { name: 'a_b_2.jpg' },
    ]);
    const upload = () => client.files.upload({ file: bytes, fileName: 'a b.jpg' });
    const both = await Promise.all([upload(), upload()]);
    assert.deepEqual(
      both.map(({ name }) => name),
      ['a_b_1.jpg', 'a_b_2.jpg'],
    );
  });

  test('what arrived late of an upload that failed is never taken for the next one', async () => {
    const timedOut = new ImageKitError('timedOut', 'x');
    const late = { name: 'a_b_1.jpg', after: 4900 };
    const slow = service([timedOut, lost], (looks) => {
      if (looks <= 3) return [];
      return looks === 4 || looks === 5 ? [late] : [late, { name: 'a_b_2.jpg', after: 5100 }];
    });
    await assert.rejects(uploadTo(slow), (error) => error === timedOut);
    assert.equal(await uploadTo(slow), 'id of a_b_2.jpg');
    assert.equal(slow.uploads(), 2);
  });

  test('an upload after one of which nobody knows is sent once when nobody can look', async () => {
    const blind = service([lost, lost, lost], () => new ImageKitError('unreachable', 'x'));
    await assert.rejects(uploadTo(blind), (error) => error === lost);
    await assert.rejects(uploadTo(blind), (error) => error === lost);
    assert.equal(blind.uploads(), 2);
    const seeing = service([lost], (looks) =>
      looks <= 2 ? new ImageKitError('unreachable', 'x') : [],
    );
    await assert.rejects(uploadTo(seeing), (error) => error === lost);
    assert.equal(await uploadTo(seeing), 'sent 2');
  });

  test('after one that was found nothing is asked beforehand', async () => {
    const found = service([lost], () => [{ name: 'a_b_1.jpg' }]);
    await uploadTo(found);
    await uploadTo(found);
    assert.deepEqual([found.uploads(), found.looks()], [2, 1]);
  });

  test('a new version of the same file is another upload', async () => {
    const { client } = service([{ body: asListed({ name: 'a_b.jpg' }) }, lost], () => [
      { name: 'a_b.jpg', version: 'v2' },
    ]);
    const params = { file: bytes, fileName: 'a b.jpg', useUniqueFileName: false };
    await client.files.upload(params);
    const second = await client.files.upload(params);
    assert.ok(second.fileId !== undefined);
    assert.equal(second.versionInfo?.id, 'v2');
  });

  test('a busy folder is read until what is older than the upload', async () => {
    const busy = service([lost], (looks) => [
      ...Array.from({ length: 99 }, (_, index) => ({ name: `${looks} ${index}.jpg` })),
      { name: looks === 2 ? 'a_b_Z.jpg' : 'x.jpg' },
    ]);
    assert.equal(await uploadTo(busy), 'id of a_b_Z.jpg');
    assert.equal(new URL(busy.requests[2]?.url ?? '').searchParams.get('skip'), '100');
    const old = service([lost], () =>
      Array.from({ length: 100 }, (_, index) => ({ name: 'x', after: -index * 100 })),
    );
    assert.equal(await uploadTo(old), 'sent 2');
    assert.equal(old.looks(), 3);
  });
});

suite('uploads at the same time', () => {
  test('of one name into one folder take turns, others do not', async () => {
    const running = new Set<string>();
    let most = 0;
    const { client } = answeringClient(async (request) => {
      const form = request.body?.kind === 'form' ? request.body.form : assert.fail();
      const key = JSON.stringify([form.get('folder'), form.get('fileName')]).replace('x/', 'x');
      assert.ok(!running.has(key), `${key} runs twice`);
      running.add(key);
      most = Math.max(most, running.size);
      await new Promise((resolve) => setImmediate(resolve));
      running.delete(key);
      return form.get('tags') === 'bad' ? { status: 400 } : { body: exampleFile };
    });
    const upload = (fileName: string, folder: string, tags: string[] = []) =>
      client.files.upload({ file: bytes, fileName, folder, tags });
    const results = await Promise.allSettled([
      upload('a', '/x', ['bad']),
      upload('a', '/x'),
      upload('a', '/y'),
      upload('b', '/x'),
      upload('a', '/x/'),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled'],
    );
    assert.equal(most, 3);
  });
});
