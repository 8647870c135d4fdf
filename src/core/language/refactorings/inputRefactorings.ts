import { decodeBase64, decodeText } from '../../text/decodeText.ts';
import { encodeBase64 } from '../../text/encodeBase64.ts';
import type { ItemPlace } from './itemAt.ts';
import { rewrite, type Refactoring } from './refactoring.ts';
import { t } from '../../text/l10n.ts';

/** What ImageKit's SDKs write without base64. Source: https://imagekit.io/docs/add-overlays-on-images */
const plainText = /^[a-zA-Z0-9\-._ ]+$/;

/** The text of a layer as base64, and the other way round where it is plain enough. */
export function inputRefactorings({ item, layer }: ItemPlace): Refactoring[] {
  if (item.kind !== 'parameter' || layer?.open.value?.text !== 'text') return [];
  const { key, value, holes, start, end } = item;
  if (!value || holes.length > 0) return [];
  if (key.text === 'i') {
    const newText = `ie-${encodeURIComponent(encodeBase64(decodeText(value.text)))}`;
    return [rewrite(t('Encode the text as base64'), { start, end, newText })];
  }
  const text = key.text === 'ie' ? decodeBase64(value.text) : undefined;
  if (text === undefined || !plainText.test(text)) return [];
  const newText = `i-${encodeURIComponent(text)}`;
  return [rewrite(t('Write the text without base64'), { start, end, newText })];
}
