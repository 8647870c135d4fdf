/** As the SDKs join: one slash for each run of them, those of a scheme as well. */
export function collapseSlashes(path: string): string {
  return path.includes('//') ? path.replaceAll(/\/+/g, '/') : path;
}

/** Two of them with one slash between. */
export function pathJoin(before: string, behind: string): string {
  return collapseSlashes(behind.startsWith('/') ? before + behind : `${before}/${behind}`);
}

/** What stands in a path as it is. */
const plainCharacters = /^[\w\-.~/!$&'()*+,;=:@]*$/;

/** Segments that a URL resolves. */
const dotSegment = /(?:^|\/)\.{1,2}(?:\/|$)/;

export function hasDotSegment(path: string): boolean {
  return (path.includes('/.') || path.startsWith('.')) && dotSegment.test(path);
}

/** Whether a URL keeps a path as it is, so that none has to be parsed. */
export function isPlainPath(path: string): boolean {
  return plainCharacters.test(path) && !hasDotSegment(path);
}
