import * as vscode from 'vscode';
import { settingKeys } from '../constants.ts';

/** Which pictures a hover loads on its own; see `imagekit.hover.preview` in package.json. */
export type HoverPreview = 'always' | 'freeOnly' | 'never';

/** The only reader of `imagekit.*` settings; defaults stand in package.json. */
export const settings = {
  useUniqueFileName(scope?: vscode.Uri): boolean {
    return vscode.workspace
      .getConfiguration(undefined, scope)
      .get<boolean>(settingKeys.useUniqueFileName, true);
  },
  hoverPreview(scope?: vscode.Uri): HoverPreview {
    return vscode.workspace
      .getConfiguration(undefined, scope)
      .get<HoverPreview>(settingKeys.hoverPreview, 'freeOnly');
  },
};
