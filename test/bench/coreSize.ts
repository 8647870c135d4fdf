import { buildSync } from 'esbuild';
import { row, type Row } from './ratio.ts';

/** What makes, reads, explains, checks and finds URLs and transformations, with all that it needs. */
const entries = [
  'language/findImageKitStrings',
  'language/imageKitStringIndex',
  'language/locateTransformations',
  'lint/documentLinter',
  'lint/linter',
  'transformation/catalogue/catalogue',
  'transformation/editTransformation',
  'transformation/explain',
  'transformation/parse',
  'transformation/print',
  'url/createUrl',
  'url/editUrl',
  'url/parseImageKitUrl',
  'url/sdk/buildSrc',
  'url/sdk/buildTransformationString',
  'url/sdk/getResponsiveImageAttributes',
  'url/sdk/url',
];

const budgetInKilobytes = 90;

/** The core's language and URL part as one minified file, catalogue, rules and their texts included. */
export function measureCoreSize(): Row {
  const { outputFiles } = buildSync({
    stdin: {
      contents: entries.map((entry) => `export * from './src/core/${entry}.ts';`).join('\n'),
      resolveDir: '.',
    },
    bundle: true,
    format: 'esm',
    target: 'node22',
    mainFields: ['module', 'main'],
    minify: true,
    charset: 'utf8',
    write: false,
  });
  const ours = (outputFiles[0]?.contents.length ?? 0) / 1000;
  return row('language and URL core, minified', 'kB', ours, budgetInKilobytes, 1);
}
