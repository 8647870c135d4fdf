import { commandIds } from '../../constants.ts';
import { t } from '../../core/text/l10n.ts';
import { commandLink } from '../../core/text/commandLink.ts';
import { dashboardUrl } from '../../core/url/dashboardUrl.ts';
import type { DocumentPlace } from '../../platform/documentPlace.ts';

/** The commands that a link of a hover may run; VS Code refuses every other. */
export const enabledCommands: readonly string[] = [
  commandIds.copyUrl,
  commandIds.copySignedUrl,
  commandIds.openUrl,
  commandIds.revealInLibrary,
  commandIds.editTransformation,
  commandIds.loadPreview,
];

export interface FileLinks {
  /** The file in the library of the connected account. */
  readonly file?: { readonly path: string; readonly id: string } | undefined;
  /** Whether ImageKit's dashboard has the file, which it does not of an emulator. */
  readonly isInDashboard: boolean;
}

export interface HoverLinks extends FileLinks {
  readonly url: string;
  /** Where the hover is. */
  readonly place: DocumentPlace;
  /** Whether the connected account can sign the URL and nobody has. */
  readonly isSignable: boolean;
}

/** What can be done with a URL, as one line of Markdown. */
export function hoverLinks({ url, place, isSignable, ...file }: HoverLinks): string {
  return lineOf([
    linkTo(`$(link-external) ${t('Open')}`, commandIds.openUrl, url),
    linkTo(`$(copy) ${t('Copy URL')}`, commandIds.copyUrl, url),
    isSignable && linkTo(`$(key) ${t('Copy Signed URL')}`, commandIds.copySignedUrl, url),
    linkTo(`$(edit) ${t('Edit Transformation')}`, commandIds.editTransformation, place),
    fileLinks(file),
  ]);
}

/** What can be done with the file behind it; empty where there is none. */
export function fileLinks({ file, isInDashboard }: FileLinks): string {
  if (!file) return '';
  const { path, id } = file;
  return lineOf([
    linkTo(`$(list-tree) ${t('Reveal in Media Library')}`, commandIds.revealInLibrary, path),
    isInDashboard &&
      linkTo(`$(globe) ${t('Open in Dashboard')}`, commandIds.openUrl, dashboardUrl(id)),
  ]);
}

function lineOf(links: readonly (string | false)[]): string {
  return links.filter(Boolean).join(' &nbsp;|&nbsp; ');
}

export function linkTo(label: string, command: string, argument: unknown): string {
  return `[${label}](${commandLink(command, [argument])})`;
}
