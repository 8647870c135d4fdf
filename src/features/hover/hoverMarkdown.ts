import * as vscode from 'vscode';
import type { PreviewBox } from '../../core/language/previewBox.ts';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.ts';
import { markdownPicture } from '../../core/text/markdownPicture.ts';
import { commandIds } from '../../constants.ts';
import { t } from '../../core/text/l10n.ts';
import {
  enabledCommands,
  fileLinks,
  hoverLinks,
  linkTo,
  type FileLinks,
  type HoverLinks,
} from './hoverLinks.ts';

export type HoverPicture =
  | { readonly kind: 'shown'; readonly source: string }
  /** Loading it would cost the account money, or the person wants no pictures unasked. */
  | { readonly kind: 'onRequest'; readonly label: string; readonly request: unknown }
  | { readonly kind: 'problem'; readonly sentence: string }
  /** This computer does not reach its server. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'none' };

/** What can come later than the rest. */
export interface PictureContent {
  readonly picture: HoverPicture;
  /** How large the picture is to be shown. */
  readonly box: PreviewBox;
  /** One line: size, format and bytes of the picture, as far as they are known. */
  readonly facts?: string | undefined;
  /** Address of the picture of the layer under the mouse. */
  readonly layer?: string | undefined;
}

export interface HoverContent extends PictureContent {
  /** One plain sentence a step of the transformation. */
  readonly steps: readonly string[];
  /** What rendering it costs, as one sentence. */
  readonly price?: string;
  readonly links: HoverLinks;
  /** Markdown about the parameter or part of the URL under the mouse. */
  readonly part?: string;
}

/** Renders a hover; everything that comes from the document is escaped. */
export function hoverMarkdown(content: HoverContent): vscode.MarkdownString {
  const { steps, price, links, part } = content;
  const [picture, facts, layer] = pictureBlocks(content);
  return markdownOf([
    picture,
    facts,
    stepsBlock(steps),
    price && `$(credit-card) ${escapeMarkdown(price)}`,
    hoverLinks(links),
    part && `---\n\n${part}`,
    layer,
  ]);
}

/**
 * What came later, for a part of its own; `undefined` where nothing did.
 * @param links Where the text does not have them.
 */
export function laterMarkdown(
  content: PictureContent,
  links: FileLinks | undefined,
): vscode.MarkdownString | undefined {
  const markdown = markdownOf([...pictureBlocks(content), links && fileLinks(links)]);
  return markdown.value === '' ? undefined : markdown;
}

function markdownOf(blocks: readonly (string | undefined)[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands };
  markdown.value = blocks.filter((block) => block !== undefined && block !== '').join('\n\n');
  return markdown;
}

function pictureBlocks({
  picture,
  box,
  facts,
  layer,
}: PictureContent): readonly (string | undefined)[] {
  return [
    pictureBlock(picture, box),
    facts && escapeMarkdown(facts),
    layer && `${t('The layer alone:')}\n\n${markdownPicture(layer, { height: 80 })}`,
  ];
}

function pictureBlock(picture: HoverPicture, box: PreviewBox): string {
  switch (picture.kind) {
    case 'shown':
      return markdownPicture(picture.source, box);
    case 'onRequest':
      return linkTo(`$(eye) ${picture.label}`, commandIds.loadPreview, picture.request);
    case 'problem':
      return `$(warning) ${escapeMarkdown(picture.sentence)}`;
    case 'unreachable':
    case 'none':
      return '';
    default:
      return picture satisfies never;
  }
}

function stepsBlock(steps: readonly string[]): string {
  if (steps.length === 0) return t('The original file, without transformation');
  if (steps.length === 1) return escapeMarkdown(steps[0] ?? '');
  return steps.map((step, index) => `${index + 1}. ${escapeMarkdown(step)}`).join('\n');
}
