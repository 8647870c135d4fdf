import { parseArgs } from 'node:util';
import { startEmulator } from './startEmulator.ts';

const defaultPort = '7480';

/** `npm run emulator -- --port N [--data DIR] [--empty | --assets N] [--test-controls]` */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: defaultPort },
    data: { type: 'string' },
    empty: { type: 'boolean', default: false },
    assets: { type: 'string' },
    'test-controls': { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port must be a number from 0 to 65535, not ${values.port}.`);
  }
  const emulator = await startEmulator({
    port,
    ...(values.data === undefined ? {} : { dataDir: values.data }),
    seed: !values.empty,
    ...(values.assets === undefined ? {} : { syntheticAssets: readCount(values.assets) }),
    testControls: values['test-controls'],
  });
  console.log(`ImageKit emulator

  API host      ${emulator.origin}   (api.imagekit.io)
  Upload host   ${emulator.origin}   (upload.imagekit.io)
  URL endpoint  ${emulator.urlEndpoint}   (ik.imagekit.io/demo)
  Public key    ${emulator.publicKey}
  Private key   ${emulator.privateKey}

Try ${emulator.urlEndpoint}/tr:w-400,h-300/default-image.jpg. Ctrl-C stops it.`);
  const stop = (): void => {
    void emulator.stop();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) {
    throw new Error(`--assets must be a whole number above 0, not ${text}.`);
  }
  return count;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
