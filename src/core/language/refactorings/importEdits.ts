import type { TextEdit } from '../../text/textEdit.ts';

/** Behind what has to stay first: `#!` and directives such as `'use client'`. */
const preamble = /^(?:#!.*\r?\n)?(?:\s*(['"])use \w+\1;?[\t ]*\r?\n)*/;

const statement = "import { buildSrc } from '@imagekit/javascript';";

/** What makes `buildSrc` known to a script: of a whole file, or of the `<script>` around an offset. */
export function importInCode(
  text: string,
  offset: number,
  languageId: string,
): readonly TextEdit[] {
  if (/\bbuildSrc\b/.test(text)) return [];
  const newline = newlineOf(text);
  const isComponent = languageId === 'vue' || languageId === 'svelte';
  if (!isComponent) {
    return [insert(preamble.exec(text)?.[0].length ?? 0, statement + newline)];
  }
  const open = text.lastIndexOf('<script', offset);
  return [
    insert(text.indexOf('>', open) + 1, `${newline}${indentationOf(languageId)}${statement}`),
  ];
}

/** Scripts whose names the markup of a component sees. */
const visibleScripts: Readonly<Record<string, RegExp>> = {
  vue: /<script\b(?=[^>]*\bsetup\b)[^>]*>/,
  svelte: /<script\b(?![^>]*\bmodule\b)[^>]*>/,
};

/**
 * What makes `buildSrc` known to the markup of a component.
 * @returns `undefined` where its script has another way to do so.
 */
export function importInComponent(
  text: string,
  _offset: number,
  languageId: string,
): readonly TextEdit[] | undefined {
  const newline = newlineOf(text);
  const line = `${newline}${indentationOf(languageId)}${statement}`;
  const script = visibleScripts[languageId]?.exec(text);
  if (script) {
    const isKnown = /\bbuildSrc\b/.test(text);
    return isKnown ? [] : [insert(script.index + script[0].length, line)];
  }
  if (languageId === 'vue' && /<script\b/.test(text)) return undefined;
  const open = languageId === 'vue' ? '<script setup>' : '<script>';
  return [insert(0, `${open}${line}${newline}</script>${newline}${newline}`)];
}

/** As the formatters of these languages have it. */
function indentationOf(languageId: string): string {
  return languageId === 'svelte' ? '  ' : '';
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function insert(start: number, newText: string): TextEdit {
  return { start, end: start, newText };
}
