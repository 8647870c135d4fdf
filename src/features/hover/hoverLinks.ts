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

export interface HoverLinks {
  readonly url: string;
  /** Where the hover is. */
  readonly place: DocumentPlace;
  /** Whether the connected account can sign the URL and nobody has. */
  readonly isSignable: boolean;
  /** The file in the library of the connected account. */
  readonly file?: { readonly path: string; readonly id: string } | undefined;
  /** Whether ImageKit's dashboard has the file, which it does not of an emulator. */
  readonly isInDashboard: boolean;
}

/** What can be done with a URL, as one line of Markdown. */
export function hoverLinks({ url, place, isSignable, file, isInDashboard }: HoverLinks): string {
  const links: readonly (string | false | undefined)[] = [
    linkTo(`$(link-external) ${t('Open')}`, commandIds.openUrl, url),
    linkTo(`$(copy) ${t('Copy URL')}`, commandIds.copyUrl, url),
    isSignable && linkTo(`$(key) ${t('Copy Signed URL')}`, commandIds.copySignedUrl, url),
    linkTo(`$(edit) ${t('Edit Transformation')}`, commandIds.editTransformation, place),
    file &&
      linkTo(`$(list-tree) ${t('Reveal in Media Library')}`, commandIds.revealInLibrary, file.path),
    file &&
      isInDashboard &&
      linkTo(`$(globe) ${t('Open in Dashboard')}`, commandIds.openUrl, dashboardUrl(file.id)),
  ];
  return links.filter((link) => typeof link === 'string').join(' &nbsp;|&nbsp; ');
}

export function linkTo(label: string, command: string, argument: unknown): string {
  return `[${label}](${commandLink(command, [argument])})`;
}
