// npm run bench: what the extension weighs and how long it takes to load, beside an empty extension,
// how fast its core is beside ImageKit's SDKs, its providers and typing in a large document, its
// uploads beside curl, and the emulator; all in the same run. Figures are for comparing; nothing fails
// on a slow machine.
// `npm run bench -- load language providers typing uploads emulator`: only some of it.
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

const wanted = process.argv.slice(2);
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  load: () => printRows([benchLoad(), measureCoreSize()]),
  language: () => printRows([...benchBuilders(), ...benchLanguage(), ...benchFinder()]),
  providers: async () => printRows(await benchProviders()),
  typing: async () => printRows([await benchTyping()]),
  uploads: async () => printRows(await benchUploads()),
  emulator: async () => printRows(await benchEmulator()),
};
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench();
}
