import assert from 'node:assert/strict';
import { soakCancel } from '../../soak/cancelSoak.ts';
import { soakUploads } from '../../soak/uploadSoak.ts';

/** Short forms of `npm run soak`. */
suite('uploads on a bad day', () => {
  for (const useUniqueFileName of [true, false]) {
    test(`all arrive once with useUniqueFileName ${useUniqueFileName}, whatever breaks`, async () => {
      const seed = Number(process.env['IMAGEKIT_TEST_SEED'] ?? Date.now() % 1_000_000);
      console.log(`uploads with IMAGEKIT_TEST_SEED=${seed}`);
      await soakUploads({ files: 250, seed, useUniqueFileName, haste: 100 });
    });
  }

  test('a cancel closes the socket, and nothing follows', async () => {
    // What it does to memory is told by npm run soak, in a process of its own.
    const report = await soakCancel(64_000_000, 500);
    assert(report.closedAfterMs < 1000, `${report.closedAfterMs} ms`);
  });
});
