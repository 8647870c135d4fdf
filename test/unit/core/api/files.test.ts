import assert from 'node:assert/strict';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import { exampleFile, onlyRequest, recordingClient } from './recordingTransport.ts';

suite('files by id', () => {
  test('get asks for the details of the encoded id', async () => {
    const recording = recordingClient({ body: exampleFile });
    assert.deepEqual(await recording.client.files.get('a/b?c'), exampleFile);
    const { method, url } = onlyRequest(recording);
    assert.equal(method, 'GET');
    assert.equal(url, 'https://api.example.test/v1/files/a%2Fb%3Fc/details');
  });

  test('update sends the changes as JSON, null included', async () => {
    const recording = recordingClient({
      body: { ...exampleFile, extensionStatus: { 'remove-bg': 'pending' } },
    });
    const updated = await recording.client.files.update('abc', { tags: null, description: 'x' });
    assert.deepEqual(updated.extensionStatus, { 'remove-bg': 'pending' });
    const { method, url, body } = onlyRequest(recording);
    assert.equal(method, 'PATCH');
    assert.equal(url, 'https://api.example.test/v1/files/abc/details');
    assert.deepEqual(body, { kind: 'json', value: { tags: null, description: 'x' } });
  });

  test('delete gives nothing for an empty answer', async () => {
    const recording = recordingClient({ status: 204 });
    assert.equal(await recording.client.files.delete('abc'), undefined);
    const { method, url, body } = onlyRequest(recording);
    assert.equal(method, 'DELETE');
    assert.equal(url, 'https://api.example.test/v1/files/abc');
    assert.equal(body, undefined);
  });

  for (const fileId of ['', ' ', '.', '..']) {
    test(`the id "${fileId}" is refused before anything is sent`, async () => {
      const { client, requests } = recordingClient({ status: 204 });
      await assert.rejects(client.files.delete(fileId), (error) =>
        isImageKitError(error, 'invalidInput'),
      );
      assert.equal(requests.length, 0);
    });
  }
});
