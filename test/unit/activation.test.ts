import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('support/activateAlone.ts', import.meta.url));

async function activate(...more: readonly string[]): Promise<unknown> {
  const options = ['--permission', '--allow-fs-read=*', '--no-warnings'];
  const { stdout } = await promisify(execFile)(process.execPath, [...options, script, ...more]);
  return JSON.parse(stdout);
}

suite('activation', () => {
  test('opens no connection and no file, writes no state and reads no key', async () => {
    assert.deepEqual(await activate(), { calls: [], writes: 0, secretsRead: 0 });
  });

  test('a connection and a key that is read would have been seen', async () => {
    assert.deepEqual(await activate('--and-use'), {
      calls: ['connect'],
      writes: 0,
      secretsRead: 1,
    });
  });
});
