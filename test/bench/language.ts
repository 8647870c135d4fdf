import { buildTransformationString } from '@imagekit/javascript';
import { Linter } from '../../src/core/lint/linter.ts';
import { parseTransformation } from '../../src/core/transformation/parse.ts';
import { compare, type Row } from './ratio.ts';

type SdkOptions = Parameters<typeof buildTransformationString>[0];

/** A banner: a picture with a text and a logo on it; another one for every call. */
function optionsOf(call: number): SdkOptions {
  return [
    {
      width: 1000 + (call % 64),
      height: 300,
      overlay: {
        type: 'text',
        text: 'Summer Sale 2026',
        position: { x: 10, y: 20 },
        transformation: [{ fontSize: 40, fontColor: 'FF0000' }],
      },
    },
    {
      overlay: {
        type: 'image',
        input: 'brand/logos/logo.png',
        position: { focus: 'top_left' },
        transformation: [{ width: 100 }],
      },
    },
    { quality: 80, format: 'webp' },
  ];
}

/** Reading and checking a chain beside the SDK that builds it. */
export function benchLanguage(): readonly Row[] {
  const variants = Array.from({ length: 64 }, (_, call) => optionsOf(call));
  const chains = variants.map((options) => buildTransformationString(options));
  const linter = new Linter();
  const source = { targets: ['image'] } as const;
  const chainOf = (call: number): string => chains[call % chains.length] ?? '';
  const build = (call: number): string =>
    buildTransformationString(variants[call % variants.length]);
  const length = chainOf(0).length;
  return [
    compare(`parse ${length} characters`, 0.5, (call) => parseTransformation(chainOf(call)), build),
    compare(
      `parse and lint ${length} characters`,
      1,
      (call) => linter.lintTransformation(parseTransformation(chainOf(call)), source),
      build,
    ),
  ];
}
