import { problemOf } from '../../core/api/ensure.ts';
import { ensureName } from '../../core/api/ensurePaths.ts';
import { askSteps } from '../../platform/askSteps.ts';
import { t } from '../../core/text/l10n.ts';

export interface RemoteFile {
  readonly url: string;
  readonly fileName: string;
}

/** Asks for the URL that ImageKit shall fetch and the name that the file gets in the library. */
export async function askRemoteFile(): Promise<RemoteFile | undefined> {
  const title = t('Upload from URL');
  const urlAnswers = await askSteps([
    {
      title,
      prompt: t('Address of the file. ImageKit fetches it itself, so it must be public.'),
      placeholder: 'https://example.com/picture.jpg',
      validate: urlProblem,
    },
  ]);
  const url = urlAnswers?.[0];
  if (url === undefined) return undefined;

  const nameAnswers = await askSteps([
    {
      title,
      prompt: t('Name of the file in the media library'),
      value: suggestName(url),
      validate: (name) => problemOf(() => ensureName(name, 'fileName', 'file')),
    },
  ]);
  const fileName = nameAnswers?.[0];
  return fileName === undefined ? undefined : { url, fileName };
}

function urlProblem(value: string): string | undefined {
  return /^https?:$/.test(URL.parse(value)?.protocol ?? '')
    ? undefined
    : t('Type an address that begins with https:// or http://.');
}

function suggestName(url: string): string {
  const { pathname } = new URL(url);
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
