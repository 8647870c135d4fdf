import * as vscode from 'vscode';
import type { PreviewBox } from '../../core/language/previewBox.ts';
import { commandLink } from '../../core/text/commandLink.ts';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.ts';
import { markdownPicture } from '../../core/text/markdownPicture.ts';
import { commandIds } from '../../constants.ts';
import { t } from '../../core/text/l10n.ts';

/** The commands that a link of a hover may run; VS Code refuses every other. */
const enabledCommands: readonly string[] = [
  commandIds.copyUrl,
  commandIds.copySignedUrl,
  commandIds.openUrl,
  commandIds.revealInLibrary,
  commandIds.loadPreview,
];

export type HoverPicture =
  | { readonly kind: 'shown'; readonly source: string }
  /** Loading it would cost the account money, or the person wants no pictures unasked. */
  | { readonly kind: 'onRequest'; readonly label: string; readonly request: unknown }
  | { readonly kind: 'problem'; readonly sentence: string }
  | { readonly kind: 'none' };

export interface HoverContent {
  readonly url: string;
  readonly picture: HoverPicture;
  /** How large the picture is to be shown. */
  readonly box: PreviewBox;
  /** One line: size, format and bytes of the picture, as far as they are known. */
  readonly facts?: string | undefined;
  /** Address of the picture of the layer under the mouse. */
  readonly layer?: string | undefined;
  /** Whether the connected account can sign the URL and nobody has. */
  readonly isSignable?: boolean;
  /** Of the file in the library of the connected account. */
  readonly filePath?: string | undefined;
  /** One plain sentence a step of the transformation. */
  readonly steps: readonly string[];
  /** Markdown about the parameter or part of the URL under the mouse. */
  readonly part?: string;
}

/** Renders a hover; everything that comes from the document is escaped. */
export function hoverMarkdown({
  url,
  picture,
  box,
  facts,
  layer,
  isSignable = false,
  filePath,
  steps,
  part,
}: HoverContent): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands };
  const blocks = [
    pictureBlock(picture, box),
    facts === undefined ? '' : escapeMarkdown(facts),
    stepsBlock(steps),
    [
      linkTo(`$(link-external) ${t('Open')}`, commandIds.openUrl, url),
      linkTo(`$(copy) ${t('Copy URL')}`, commandIds.copyUrl, url),
      ...(isSignable
        ? [linkTo(`$(key) ${t('Copy Signed URL')}`, commandIds.copySignedUrl, url)]
        : []),
      ...(filePath === undefined
        ? []
        : [
            linkTo(
              `$(list-tree) ${t('Reveal in Media Library')}`,
              commandIds.revealInLibrary,
              filePath,
            ),
          ]),
    ].join(' &nbsp;|&nbsp; '),
    part === undefined ? '' : `---\n\n${part}`,
    layer === undefined
      ? ''
      : `${t('The layer alone:')}

${markdownPicture(layer, { height: 80 })}`,
  ];
  markdown.value = blocks.filter((block) => block !== '').join('\n\n');
  return markdown;
}

function pictureBlock(picture: HoverPicture, box: PreviewBox): string {
  switch (picture.kind) {
    case 'shown':
      return markdownPicture(picture.source, box);
    case 'onRequest':
      return linkTo(`$(eye) ${picture.label}`, commandIds.loadPreview, picture.request);
    case 'problem':
      return `$(warning) ${escapeMarkdown(picture.sentence)}`;
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

function linkTo(label: string, command: string, argument: unknown): string {
  return `[${label}](${commandLink(command, [argument])})`;
}
