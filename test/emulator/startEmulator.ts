import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccount, resetAccount } from './account/openAccount.ts';
import { ensureDefaultEndpoint } from './account/urlEndpointHandlers.ts';
import { demoKeys } from './auth/demoKeys.ts';
import { seedLibrary } from './seed/seedLibrary.ts';
import { seedSynthetic } from './seed/seedSynthetic.ts';
import { openExchange } from './server/exchange.ts';
import { createRequestHandler } from './server/handleRequest.ts';
import { listen } from './server/listen.ts';
import { sendError } from './server/respond.ts';
import { openDatabase } from './store/openDatabase.ts';

export interface EmulatorOptions {
  /** Absent or 0: any free port. */
  readonly port?: number;
  /** Absent: a temporary folder, removed on stop. */
  readonly dataDir?: string;
  /** Whether an empty library gets the sample files; yes unless told otherwise. */
  readonly seed?: boolean;
  /** Fills an empty library with that many synthetic files instead of the samples. */
  readonly syntheticAssets?: number;
  /** Whether `/__emulator/…` answers. */
  readonly testControls?: boolean;
}

export interface Emulator {
  /** Stands for api.imagekit.io, upload.imagekit.io and ik.imagekit.io. */
  readonly origin: string;
  readonly urlEndpoint: string;
  readonly publicKey: string;
  readonly privateKey: string;
  stop(): Promise<void>;
}

/**
 * Starts an ImageKit of one account on the loopback interface.
 * @throws an Error that names the port when it is taken.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'imagekit-emulator-')));
  await mkdir(dataDir, { recursive: true });
  let handle: ReturnType<typeof createRequestHandler> | undefined;
  let origin = '';
  const removeData = async (): Promise<void> => {
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  // The port is taken before the library is touched: a second emulator on the same data would
  // otherwise sweep away what the first one is receiving.
  const listener = await listen(options.port ?? 0, (request, response) => {
    void answer(request, response, handle);
  }).catch(async (error: unknown) => {
    await removeData();
    throw error;
  });
  origin = `http://127.0.0.1:${String(listener.port)}`;
  const { database, dropped } = openDatabase(join(dataDir, 'library.db'));
  const account = openAccount(database, dataDir, () => `${origin}/${demoKeys.id}`);
  const { library, background } = account;
  const stop = async (): Promise<void> => {
    await listener.close();
    await background.cancelAll();
    if (database.isOpen) database.close();
    await removeData();
  };
  const fill = async (): Promise<void> => {
    ensureDefaultEndpoint(account.records);
    if (!library.rows.isEmpty()) return;
    if (options.syntheticAssets !== undefined) {
      const plan = { assets: options.syntheticAssets, seed: 1, now: Date.now() };
      await seedSynthetic(library, plan);
    } else if (options.seed !== false) await seedLibrary(account);
  };
  try {
    if (dropped) {
      console.warn(`The library in ${dataDir} was saved by an older emulator: it starts anew.`);
      await library.blobs.clear();
    }
    await library.blobs.open();
    account.jobs.recover();
    await fill();
  } catch (error) {
    await stop();
    throw error;
  }
  handle = createRequestHandler(account, {
    testControls: options.testControls === true,
    reset: async () => {
      await resetAccount(account);
      await fill();
    },
  });
  const { publicKey, privateKey } = demoKeys;
  return { origin, urlEndpoint: library.urlEndpoint(), publicKey, privateKey, stop };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handle: ReturnType<typeof createRequestHandler> | undefined,
): Promise<void> {
  const exchange = openExchange(request, response);
  try {
    if (handle === undefined) throw new Error('it is still starting');
    await handle(exchange);
  } catch (error) {
    sendError(exchange, error);
  }
}
