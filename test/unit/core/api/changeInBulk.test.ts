import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { changeInBulk } from '../../../../src/core/api/files/changeInBulk.ts';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import { limits } from '../../../../src/core/api/limits.ts';
import { answeringClient, type GivenAnswer, type Recording } from './recordingTransport.ts';

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `f${index}`);

/** A service that knows these files and deletes some of them. */
function serviceWith(known: ReadonlySet<string>, failing: ReadonlySet<string>): Recording {
  return answeringClient(({ body }) => {
    assert.ok(body?.kind === 'json');
    const { fileIds } = body.value as { fileIds: string[] };
    const missingFileIds = fileIds.filter((id) => !known.has(id));
    if (missingFileIds.length > 0) return { status: 404, body: { message: 'x', missingFileIds } };
    return deletionOf(fileIds, failing);
  });
}

function deletionOf(fileIds: readonly string[], failing: ReadonlySet<string>): GivenAnswer {
  const errors = fileIds
    .filter((fileId) => failing.has(fileId))
    .map((fileId) => ({ fileId, error: 'In use.' }));
  return {
    status: errors.length > 0 ? 207 : 200,
    body: {
      successfullyDeletedFileIds: fileIds.filter((id) => !failing.has(id)),
      ...(errors.length > 0 && { errors }),
    },
  };
}

const deleteAll = ({ client }: Recording, fileIds: readonly string[]) =>
  changeInBulk(fileIds, limits.bulkDeleteFiles, (chunk) =>
    client.files.bulk.delete({ fileIds: chunk }),
  );

suite('bulk changes of any number', () => {
  test('take as many calls as they need', async () => {
    const recording = serviceWith(new Set(ids(201)), new Set());
    const outcome = await deleteAll(recording, ids(201));
    assert.deepEqual(outcome, { done: ids(201), missing: [], failed: [] });
    assert.equal(recording.requests.length, 3);
    const tagging = answeringClient(() => ({ body: { successfullyUpdatedFileIds: ['x'] } }));
    await changeInBulk(ids(51), limits.bulkTagFiles, (fileIds) =>
      tagging.client.files.bulk.addTags({ fileIds, tags: ['a'] }),
    );
    assert.equal(tagging.requests.length, 2);
  });

  test('of nothing send nothing', async () => {
    const recording = serviceWith(new Set(), new Set());
    assert.deepEqual(await deleteAll(recording, []), { done: [], missing: [], failed: [] });
    assert.equal(recording.requests.length, 0);
  });

  test('say of every file what became of it, each once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 260 }),
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 2, max: 40 }),
        async (numbers, unknown, broken) => {
          const known = new Set(ids(301).filter((_, index) => index % unknown !== 0));
          const failing = new Set(ids(301).filter((_, index) => index % broken === 0));
          const wanted = numbers.map((number) => `f${number}`);
          const { done, missing, failed, stopped } = await deleteAll(
            serviceWith(known, failing),
            wanted,
          );
          assert.equal(stopped, undefined);
          const failedIds = failed.map(({ fileId }) => fileId);
          assert.deepEqual(
            [...done, ...missing, ...failedIds].toSorted(),
            [...new Set(wanted)].toSorted(),
          );
          assert.ok(missing.every((id) => !known.has(id)));
          assert.ok(failedIds.every((id) => failing.has(id)));
          assert.ok(done.every((id) => known.has(id) && !failing.has(id)));
        },
      ),
    );
  });

  test('stop at a failure, and say what was done and what is left', async () => {
    const recording = answeringClient((_, index) =>
      index === 0 ? deletionOf(ids(100), new Set()) : { status: 403 },
    );
    const { done, stopped } = await deleteAll(recording, ids(250));
    assert.equal(done.length, 100);
    assert.deepEqual(stopped?.fileIds, ids(250).slice(100));
    assert.ok(isImageKitError(stopped?.error, 'forbidden'));
    assert.equal(recording.requests.length, 2);
  });

  test('stop where the service does not say which file it misses', async () => {
    const recording = answeringClient(() => ({ status: 404, body: { missingFileIds: ['other'] } }));
    const { stopped } = await deleteAll(recording, ids(2));
    assert.ok(isImageKitError(stopped?.error, 'notFound'));
    assert.equal(recording.requests.length, 1);
  });

  test('count all files as done where the service does not list them', async () => {
    const recording = answeringClient(() => ({ body: {} }));
    assert.deepEqual((await deleteAll(recording, ids(3))).done, ids(3));
  });
});
