import { findSourceMap } from 'node:module';

/**
 * A stack trace with bundled positions replaced by those in the source. VS Code formats stack
 * traces itself, so that Node's own support for source maps has no effect in its extension host.
 */
export function mappedStack(stack: string, bundle: string): string {
  const map = findSourceMap(bundle);
  if (!map) return stack;
  // VS Code shortens the paths inside the workspace and the extension.
  const position = /[^\s(]*tests\.cjs:(\d+):(\d+)/g;
  return stack.replaceAll(position, (bundled, line: string, column: string) => {
    const origin = map.findOrigin(Number(line), Number(column));
    if (!('fileName' in origin) || !origin.fileName) return bundled;
    const file = origin.fileName.replace(/^(?:\.\.\/)+/, '');
    return `${file}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}
