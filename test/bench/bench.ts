// npm run bench: what the extension weighs and how long it takes to load, beside an empty extension,
// how fast its core is beside ImageKit's SDKs, its providers and typing in a large document, its
// uploads beside curl, and the emulator; all in the same run. Figures are for comparing; nothing fails
// on a slow machine.
// `npm run bench -- load builders language finder providers typing uploads emulator`: some of it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { benchBuilders } from './builders.ts';
import { measureCoreSize } from './coreSize.ts';
import { benchEmulator } from './emulator.ts';
import { benchFinder } from './finder.ts';
import { benchLanguage } from './language.ts';
import { benchLoad } from './load.ts';
import { benchProviders } from './providers.ts';
import { printRows } from './ratio.ts';
import { benchTyping } from './typing.ts';
import { benchUploads } from './uploads/uploads.ts';

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  load: () => printRows([...benchLoad(), measureCoreSize()]),
  builders: () => printRows(benchBuilders()),
  language: () => printRows(benchLanguage()),
  finder: () => printRows(benchFinder()),
  providers: async () => printRows(await benchProviders()),
  typing: async () => printRows([await benchTyping()]),
  uploads: async () => printRows(await benchUploads()),
  emulator: async () => printRows(await benchEmulator()),
};
const given = process.argv.slice(2);
const [only, ...others] = given.length === 0 ? Object.keys(parts) : given;
if (only !== undefined && others.length === 0) await parts[only]?.();
// Each in a process of its own: code that has met other objects before is compiled for them as well.
else for (const part of [only, ...others]) runAlone(part);

function runAlone(part = ''): void {
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), part], { stdio: 'inherit' });
}
