import * as vscode from 'vscode';
import { isImageKitError } from '../../core/api/imageKitError.ts';
import type { FileLinks } from './hoverLinks.ts';
import { laterMarkdown, type PictureContent } from './hoverMarkdown.ts';

/**
 * @param links Those that the text came too early for.
 * @returns A hover that stands above the text; nothing where there is nothing to show.
 */
export async function laterHover(
  pictures: Promise<PictureContent>,
  links: Promise<FileLinks> | undefined,
  range: vscode.Range,
): Promise<vscode.Hover | undefined> {
  try {
    const markdown = laterMarkdown(await pictures, await links);
    return markdown && new vscode.Hover(markdown, range);
  } catch (error) {
    if (isImageKitError(error, 'cancelled')) return undefined;
    throw error;
  }
}
