import assert from 'node:assert/strict';
import { isImageKitError } from '../../../../../src/core/api/imageKitError.ts';
import type { FileUploadParams } from '../../../../../src/core/api/upload/uploadParams.ts';
import { exampleFile, onlyRequest, recordingClient, textFields } from '../recordingTransport.ts';

const bytes = new Blob(['bytes']);

suite('files.upload', () => {
  test('sends every field as the wire wants it, the file last', async () => {
    const recording = recordingClient({ body: exampleFile });
    const params: Required<FileUploadParams> = {
      file: bytes,
      fileName: 'ä b.jpg',
      folder: '/new/folder',
      useUniqueFileName: false,
      tags: ['red', 'big dress'],
      isPrivateFile: true,
      isPublished: false,
      customCoordinates: '1,2,30,40',
      responseFields: ['tags', 'metadata'],
      extensions: [{ name: 'remove-bg', options: { add_shadow: true } }],
      webhookUrl: 'https://example.test/hook',
      overwriteFile: true,
      overwriteAITags: false,
      overwriteTags: false,
      overwriteCustomMetadata: true,
      customMetadata: { brand: 'x', price: 3 },
      transformation: { pre: 'w-300', post: [{ type: 'abs', value: 'sr-240', protocol: 'hls' }] },
      checks: '"file.size" < "1mb"',
      description: 'two\nlines',
    };
    await recording.client.files.upload(params);
    const request = onlyRequest(recording);
    assert.equal(request.method, 'POST');
    assert.equal(request.url, 'https://upload.example.test/api/v1/files/upload');
    assert.deepEqual(textFields(request), {
      fileName: 'ä b.jpg',
      folder: '/new/folder',
      useUniqueFileName: 'false',
      tags: 'red,big dress',
      isPrivateFile: 'true',
      isPublished: 'false',
      customCoordinates: '1,2,30,40',
      responseFields: 'tags,metadata',
      extensions: '[{"name":"remove-bg","options":{"add_shadow":true}}]',
      webhookUrl: 'https://example.test/hook',
      overwriteFile: 'true',
      overwriteAITags: 'false',
      overwriteTags: 'false',
      overwriteCustomMetadata: 'true',
      customMetadata: '{"brand":"x","price":3}',
      transformation: '{"pre":"w-300","post":[{"type":"abs","value":"sr-240","protocol":"hls"}]}',
      checks: '"file.size" < "1mb"',
      description: 'two\nlines',
    });
    assert.ok(request.body?.kind === 'form');
    const [lastName, lastValue] = [...request.body.form].at(-1) ?? [];
    assert.equal(lastName, 'file');
    assert.ok(lastValue instanceof File);
    assert.equal(lastValue.name, 'ä b.jpg');
    assert.equal(await lastValue.text(), 'bytes');
  });

  test('leaves out what is not given', async () => {
    const recording = recordingClient({ body: exampleFile });
    await recording.client.files.upload({ file: bytes, fileName: 'a.jpg' });
    assert.deepEqual(textFields(onlyRequest(recording)), { fileName: 'a.jpg' });
  });

  for (const file of [
    'https://example.test/a b.jpg',
    'aGVsbG8=',
    'data:image/png;base64,aGVsbG8=',
    'aGVsbG8gd29y\r\nbGQhISE_\n',
  ]) {
    test(`sends ${file} as text`, async () => {
      const recording = recordingClient({ body: exampleFile });
      await recording.client.files.upload({ file, fileName: 'a.jpg' });
      assert.deepEqual(textFields(onlyRequest(recording)), { fileName: 'a.jpg', file });
    });
  }

  test('gives the stored file with members that nobody documented', async () => {
    const { client } = recordingClient({ body: exampleFile });
    assert.deepEqual(await client.files.upload({ file: bytes, fileName: 'a.jpg' }), exampleFile);
  });

  test('an upload that is queued has a message and no id', async () => {
    const { client } = recordingClient({ status: 202, body: { message: 'in progress' } });
    const uploaded = await client.files.upload({ file: bytes, fileName: 'a.mp4' });
    assert.deepEqual(uploaded, { message: 'in progress' });
    assert.equal(uploaded.fileId, undefined);
  });

  test('hands progress and signal to the transport', async () => {
    const recording = recordingClient({ body: exampleFile });
    const { signal } = new AbortController();
    const seen: number[][] = [];
    await recording.client.files.upload(
      { file: bytes, fileName: 'a.jpg' },
      { signal, onProgress: (...progress) => seen.push(progress) },
    );
    const request = onlyRequest(recording);
    request.onUploadProgress?.(3, 7);
    assert.deepEqual(seen, [[3, 7]]);
    assert.equal(request.signal, signal);
  });

  const refused: readonly [string, Partial<FileUploadParams>, string][] = [
    ['no name', { fileName: '' }, 'fileName'],
    ['a blank name', { fileName: '  ' }, 'fileName'],
    ['a name that climbs', { fileName: '..' }, 'fileName'],
    ['a path in place of a name', { fileName: '../x.jpg' }, 'fileName'],
    ['a name of 256 characters', { fileName: 'n'.repeat(256) }, 'fileName'],
    ['an empty file', { file: new Blob([]) }, 'file'],
    ['an empty text', { file: '' }, 'file'],
    ['a path in place of a file', { file: './picture.png' }, 'file'],
    ['text that is no base64', { file: 'hé!' }, 'file'],
    ['one character of base64', { file: 'A' }, 'file'],
    ['base64 of a wrong length', { file: 'abcde' }, 'file'],
    ['base64 without its padding', { file: 'aGVsbG8' }, 'file'],
    ['base64 with too much padding', { file: 'aGVsbG8==' }, 'file'],
    ['words in the place of base64', { file: 'hello world!' }, 'file'],
    ['words that could be base64 without the blank', { file: 'hello worlds' }, 'file'],
    ['base64 of two alphabets', { file: 'ab+_' }, 'file'],
    ['a data URI of a wrong length', { file: 'data:image/png;base64,abcde' }, 'file'],
    ['a data URI of nothing', { file: 'data:image/png;base64,' }, 'file'],
    ['a data URI without base64', { file: 'data:text/plain,hello' }, 'file'],
    ['a data URI with broken base64', { file: 'data:image/png;base64,a*b' }, 'file'],
    ['a broken address', { file: 'https://' }, 'file'],
    ['a folder that climbs', { folder: '/a/../../b' }, 'folder'],
    ['a folder of 51 levels', { folder: '/x'.repeat(51) }, 'folder'],
    ['501 characters of tags', { tags: ['x'.repeat(250), 'y'.repeat(250)] }, 'tags'],
    ['a percent sign in a tag', { tags: ['50%'] }, 'tags'],
    ['a comma in a tag', { tags: ['a,b'] }, 'tags'],
    ['three coordinates', { customCoordinates: '1,2,3' }, 'customCoordinates'],
    ['an extension without its tasks', { extensions: [{ name: 'ai-tasks', tasks: [] }] }, 'tasks'],
    ['a transformation of nothing', { transformation: {} }, 'transformation'],
    ['an empty pre-transformation', { transformation: { pre: '' } }, 'transformation'],
    [
      'a step without a value',
      { transformation: { post: [{ type: 'transformation', value: '' }] } },
      'transformation',
    ],
  ];
  for (const [what, params, subject] of refused) {
    test(`${what} is refused before anything is sent`, async () => {
      const { client, requests } = recordingClient({ body: exampleFile });
      await assert.rejects(
        client.files.upload({ file: bytes, fileName: 'a.jpg', ...params }),
        (error) => {
          assert.ok(isImageKitError(error, 'invalidInput'), String(error));
          assert.equal(error.subject, subject);
          assert.match(error.message, /\.$/);
          return true;
        },
      );
      assert.equal(requests.length, 0);
    });
  }

  test('a name of 255 characters is sent', async () => {
    const recording = recordingClient({ body: exampleFile });
    await recording.client.files.upload({ file: bytes, fileName: 'n'.repeat(255) });
    assert.equal(recording.requests.length, 1);
  });

  test('500 characters of tags and a folder of 50 levels are sent', async () => {
    const recording = recordingClient({ body: exampleFile });
    await recording.client.files.upload({
      file: bytes,
      fileName: 'a.jpg',
      tags: ['x'.repeat(250), 'y'.repeat(249)],
      folder: '/x'.repeat(50),
    });
    assert.equal(recording.requests.length, 1);
  });
});
