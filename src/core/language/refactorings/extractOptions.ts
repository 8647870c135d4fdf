import { opensAttribute } from '../../text/markupAttribute.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import { parseTransformation } from '../../transformation/parse.ts';
import type { Parameter, Step, Transformation } from '../../transformation/tree.ts';
import { addressOf } from '../../url/addressOf.ts';
import type { ImageKitUrl } from '../../url/imageKitUrl.ts';
import { buildSrc, type SrcOptions } from '../../url/sdk/buildSrc.ts';
import {
  buildTransformationString,
  type TransformationStep,
} from '../../url/sdk/buildTransformationString.ts';
import { printLiteral } from './printLiteral.ts';
import type { Refactoring } from './refactoring.ts';
import { t } from '../../text/l10n.ts';

const languages: ReadonlySet<string> = new Set([
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
]);

/**
 * A URL that is a whole string literal as a call of the SDK's `buildSrc`, which is only offered
 * where the call gives this very URL.
 * @param text The document.
 * @param language VS Code's id of its language.
 */
export function extractOptions(
  text: string,
  url: ImageKitUrl,
  language: string,
): Refactoring | undefined {
  const quote = text[url.start - 1] ?? '';
  const isLiteral = `'"\``.includes(quote) && quote !== '' && text[url.end] === quote;
  if (!languages.has(language) || !isLiteral || url.holes.length > 0) return undefined;
  const options = optionsOf(url);
  if (!options || !isSame(buildSrc(options), addressOf(url))) return undefined;

  const start = url.start - 1;
  const isAttribute = opensAttribute(text, start);
  // An attribute of HTML inside of a string of JavaScript is no place for code.
  if (isAttribute && !language.endsWith('react')) return undefined;
  const call = `buildSrc(${printLiteral(options, indentationAt(text, start), quote === '"' ? '"' : "'")})`;
  const newText = isAttribute ? `{${call}}` : call;
  return {
    title: t('Extract to options of buildSrc'),
    kind: 'extract',
    edits: [...importEdits(text), { start, end: url.end + 1, newText }],
  };
}

function optionsOf(url: ImageKitUrl): SrcOptions | undefined {
  const { endpoint, assetPath, suffix, transformation, query } = url;
  if (query.some(({ name }) => name.text === 'ik-s')) return undefined;
  const path = url.text.slice(assetPath.start - url.start, (suffix ?? assetPath).end - url.start);
  const tree = transformation && parseTransformation(transformation);
  const others = query.filter(({ name }) => name.text !== 'tr');
  const parameters = new URLSearchParams(
    others.map(({ name, value }) => `${name.text}=${value?.text ?? ''}`).join('&'),
  );
  return {
    urlEndpoint: endpoint.text,
    src: path,
    ...(others.length > 0 && { queryParameters: Object.fromEntries(parameters) }),
    ...(tree && { transformation: tree.steps.map((step) => stepOptions(step, tree)) }),
    ...(transformation?.position === 'path' && { transformationPosition: 'path' }),
  };
}

/** By the SDK's names where that prints the same, and otherwise raw. */
function stepOptions(step: Step, { text, start }: Transformation): TransformationStep {
  const parts = step.items.map((item) => text.slice(item.start - start, item.end - start));
  const raw = parts.join(',');
  const parameters = step.items.filter((item): item is Parameter => item.kind === 'parameter');
  if (parameters.length < step.items.length) return { raw };
  const named = Object.fromEntries(
    parameters.map(({ key, value, definition }) => [
      definition?.name ?? key.text,
      valueOf(value?.text),
    ]),
  );
  return buildTransformationString([named]) === raw ? named : { raw };
}

function valueOf(text: string | undefined): string | number | true {
  if (text === undefined || text === 'true') return true;
  return String(Number(text)) === text ? Number(text) : text;
}

/** The order of the query's parameters means nothing, and older SDKs encode `,` and `:` in it. */
function isSame(built: string, original: string): boolean {
  return canonical(built) === canonical(original);
}

function canonical(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url) return undefined;
  const query = url.search.slice(1).split('&').toSorted().map(literalSeparators);
  return `${url.origin}${url.pathname}?${query.join('&')}`;
}

function literalSeparators(parameter: string): string {
  if (!parameter.startsWith('tr=') || /[,:]/.test(parameter)) return parameter;
  return parameter.replaceAll(/%2c/gi, ',').replaceAll(/%3a/gi, ':');
}

function indentationAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1);
  return /^[\t ]*/.exec(line)?.[0] ?? '';
}

/** Behind what has to stay first: `#!` and directives such as `'use client'`. */
const preamble = /^(?:#!.*\r?\n)?(?:\s*(['"])use \w+\1;?[\t ]*\r?\n)*/;

function importEdits(text: string): readonly TextEdit[] {
  if (/\bbuildSrc\b/.test(text)) return [];
  const start = preamble.exec(text)?.[0].length ?? 0;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const newText = `import { buildSrc } from '@imagekit/javascript';${end}`;
  return [{ start, end: start, newText }];
}
