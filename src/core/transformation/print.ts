import { parametersOf, type Transformation } from './tree.ts';

/** The text of a tree: `printTransformation(parseTransformation(text)) === text` for every text. */
export function printTransformation({ steps }: Transformation): string {
  let text = '';
  for (const { leading, key, value } of parametersOf(steps)) {
    text += value === undefined ? `${leading}${key.text}` : `${leading}${key.text}-${value.text}`;
  }
  return text;
}
