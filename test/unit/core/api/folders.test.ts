import assert from 'node:assert/strict';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import { onlyRequest, recordingClient } from './recordingTransport.ts';

suite('folders', () => {
  test('create sends name and parent and takes an empty answer', async () => {
    const recording = recordingClient({ status: 201 });
    await recording.client.folders.create({ folderName: 'new', parentFolderPath: '/blog/' });
    const { method, url, body } = onlyRequest(recording);
    assert.equal(method, 'POST');
    assert.equal(url, 'https://api.example.test/v1/folder');
    assert.deepEqual(body, {
      kind: 'json',
      value: { folderName: 'new', parentFolderPath: '/blog/' },
    });
  });

  test('delete sends the path as a body', async () => {
    const recording = recordingClient({ status: 204 });
    await recording.client.folders.delete({ folderPath: '/blog/old' });
    const { method, url, body } = onlyRequest(recording);
    assert.equal(method, 'DELETE');
    assert.equal(url, 'https://api.example.test/v1/folder');
    assert.deepEqual(body, { kind: 'json', value: { folderPath: '/blog/old' } });
  });

  for (const folderPath of ['', '/', '//', '/a/../..']) {
    test(`deleting "${folderPath}" is refused before anything is sent`, async () => {
      const { client, requests } = recordingClient({ status: 204 });
      await assert.rejects(client.folders.delete({ folderPath }), (error) =>
        isImageKitError(error, 'invalidInput'),
      );
      assert.equal(requests.length, 0);
    });
  }

  for (const folderName of ['', ' ', '.', '..', 'a/b']) {
    test(`creating "${folderName}" is refused before anything is sent`, async () => {
      const { client, requests } = recordingClient({ status: 201 });
      await assert.rejects(
        client.folders.create({ folderName, parentFolderPath: '/' }),
        (error) => isImageKitError(error, 'invalidInput') && error.subject === 'folderName',
      );
      assert.equal(requests.length, 0);
    });
  }
});
