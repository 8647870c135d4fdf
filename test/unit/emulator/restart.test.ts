import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startEmulator, type Emulator } from '../../emulator/startEmulator.ts';
import { call, get, list, twoColors, upload } from './emulatorClient.ts';

const program = join(import.meta.dirname, '../../emulator/main.ts');

/** What `npm start` keeps between two starts: the library, with samples and in a folder of its own. */
suite('emulator: a library that is kept', () => {
  let home: string;
  let dataDir: string;
  let emulator: Emulator | undefined;
  let child: ChildProcess | undefined;

  setup(async () => {
    home = await mkdtemp(join(tmpdir(), 'emulator-restart-'));
    // Not made yet, as at the very first start.
    dataDir = join(home, 'start', 'library');
  });

  teardown(async () => {
    await emulator?.stop();
    emulator = undefined;
    if (child && child.exitCode === null && child.signalCode === null) await kill(child);
    child = undefined;
    await rm(home, { recursive: true, force: true });
  });

  async function start(): Promise<Emulator> {
    return (emulator = await startEmulator({ seed: true, dataDir }));
  }

  async function stop(): Promise<void> {
    await emulator?.stop();
    emulator = undefined;
  }

  async function names(from: Emulator): Promise<readonly string[]> {
    return (await list(from)).map(({ name }) => name).toSorted();
  }

  test('an uploaded file and its folder are there after the next start, byte for byte', async () => {
    const first = await start();
    const picture = await twoColors(20, 20);
    const sent = await upload(first, picture, { fileName: 'mine.png', folder: '/trips/2026' });
    assert.equal(sent.status, 200);
    const before = await names(first);
    await stop();
    assert(existsSync(dataDir), 'the data folder stays');

    const second = await start();
    assert.deepEqual(await names(second), before);
    const { bytes, response } = await get(second, sent.body.filePath);
    assert.equal(response.status, 200);
    assert.deepEqual(bytes, picture);
    const { body } = await call(second, 'GET', `/v1/files/${sent.body.fileId}/details`);
    assert(body.url.startsWith(`${second.urlEndpoint}/`), 'the URL names the port of this start');
    const folders = await list(second, 'type=folder&path=/trips');
    assert.deepEqual(
      folders.map(({ folderPath }) => folderPath),
      ['/trips/2026'],
    );
  });

  test('a sample that was deleted does not come back, and no sample is there twice', async () => {
    const first = await start();
    const before = await names(first);
    const sample = (await list(first)).find(({ name }) => name === 'default-image.jpg');
    assert.equal((await call(first, 'DELETE', `/v1/files/${sample?.fileId}`)).status, 204);
    await stop();
    const second = await start();
    assert.deepEqual(
      await names(second),
      before.filter((name) => name !== 'default-image.jpg'),
    );
    assert.equal((await get(second, '/default-image.jpg')).response.status, 404);
  });

  test('what was uploaded survives a process that is killed', async () => {
    const running = await startProgram();
    const picture = await twoColors(20, 20);
    const sent = await upload(running, picture, { fileName: 'mine.png' });
    assert.equal(sent.status, 200);
    if (child) await kill(child);
    const second = await start();
    assert.deepEqual((await get(second, sent.body.filePath)).bytes, picture);
  });

  /** The emulator in a process of its own, as `npm run emulator` starts it. */
  async function startProgram(): Promise<Emulator> {
    child = spawn(process.execPath, [program, '--port', '0', '--empty', '--data', dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    assert(child.stdout);
    for await (const line of createInterface({ input: child.stdout })) {
      const origin = /API host\s+(http:\S+)/.exec(line)?.[1];
      if (origin === undefined) continue;
      const urlEndpoint = `${origin}/demo`;
      return { origin, urlEndpoint, publicKey: '', privateKey: '', stop: async () => undefined };
    }
    return assert.fail('the emulator did not start');
  }

  async function kill(running: ChildProcess): Promise<void> {
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  }
});
