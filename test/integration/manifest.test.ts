import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  commandIds,
  contextKeys,
  contextValues,
  libraryStates,
  milestoneKeys,
  settingKeys,
  viewIds,
} from '../../src/constants.ts';
import { readManifest } from '../l10n/readManifest.ts';
import { extension } from './support/extension.ts';
import { mayHold } from './support/whenClause.ts';

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly menus: Readonly<
      Record<string, readonly { command: string; when?: string; group?: string }[]>
    >;
    readonly views: Readonly<Record<string, readonly { id: string; icon: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { id: string; icon: string }[] };
    readonly viewsWelcome: readonly { view: string; when: string; contents: string }[];
    readonly walkthroughs: readonly {
      readonly icon: string;
      readonly when: string;
      readonly steps: readonly {
        readonly when?: string;
        readonly description: string;
        readonly completionEvents: readonly string[];
        readonly media: { readonly image: Readonly<Record<string, string>> };
      }[];
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, object>> };
  };
}

const root = extension().extensionPath;
const { contributes, icon } = readManifest(root) as Manifest;
const contributed = contributes.commands.map(({ command }) => command);

suite('manifest', () => {
  test('every contributed command has an id in the source, and the other way round', () => {
    assert.deepEqual(contributed.toSorted(), Object.values(commandIds).toSorted());
  });

  test('every contributed command is registered once the extension is active', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });

  test('no command of the extension is registered without being contributed', async () => {
    const own = (await vscode.commands.getCommands(true)).filter(
      (command) =>
        command.startsWith('imagekit.') &&
        // What VS Code registers by itself for each view.
        !command.startsWith(`${viewIds.mediaLibrary}.`),
    );
    assert.deepEqual(
      own.filter((command) => !contributed.includes(command)),
      [],
    );
  });

  test('menus name contributed commands only', () => {
    const named = Object.values(contributes.menus)
      .flat()
      .map(({ command }) => command);
    assert.deepEqual(
      named.filter((command) => !contributed.includes(command)),
      [],
    );
  });

  test('commands that need a node or a link are not in the palette', () => {
    const hidden = (contributes.menus['commandPalette'] ?? [])
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    assert.deepEqual(
      hidden.toSorted(),
      [
        commandIds.copySignedUrl,
        commandIds.copyUrl,
        commandIds.deleteItem,
        commandIds.insertUrl,
        commandIds.loadMore,
        commandIds.loadPreview,
        commandIds.openUrl,
        commandIds.revealInLibrary,
        commandIds.uploadFromExplorer,
        commandIds.uploadToFolder,
      ].toSorted(),
    );
  });

  test('views and their container are those of the source', () => {
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      [viewIds.container],
    );
    assert.deepEqual(
      Object.values(contributes.views)
        .flat()
        .map(({ id }) => id),
      [viewIds.mediaLibrary],
    );
  });

  test('every setting is read in the source, and the other way round', () => {
    assert.deepEqual(
      Object.keys(contributes.configuration.properties).toSorted(),
      Object.values(settingKeys).toSorted(),
    );
  });

  test('when-clauses use the context keys and values of the source only', () => {
    const known = new Set<string>([
      ...Object.values(contextKeys),
      ...Object.values(contextValues),
      viewIds.mediaLibrary,
    ]);
    const clauses = [
      ...Object.values(contributes.menus).flat(),
      ...contributes.viewsWelcome,
      ...contributes.walkthroughs.flatMap(({ steps }) => steps),
      ...(contributes.commands as readonly { enablement?: string }[]).map(({ enablement }) => ({
        when: enablement,
      })),
    ].flatMap(({ when }) => (when === undefined ? [] : [when]));
    const used = new Set(
      clauses.flatMap((clause) => clause.replaceAll('\\', '').match(/imagekit\.[\w.]+/g) ?? []),
    );
    // `/^imagekit\.(file|folder)$/` leaves its prefix behind.
    used.delete('imagekit.');
    assert.deepEqual(
      [...used].filter((id) => !known.has(id)),
      [],
    );
    const awaited = contributes.walkthroughs
      .flatMap(({ steps }) => steps)
      .flatMap(({ completionEvents }) => completionEvents);
    assert.deepEqual(
      awaited.filter((event) => event.startsWith('onContext:')),
      [contextKeys.connected, ...Object.values(milestoneKeys)].map((key) => `onContext:${key}`),
    );
    for (const key of Object.values(contextKeys)) {
      assert(used.has(key), `${key} is set in the source and used by no when-clause`);
    }
  });

  // A new command counts as one that writes until it stands here.
  const readingOnly: ReadonlySet<string> = new Set([
    commandIds.connectAccount,
    commandIds.connectEmulator,
    commandIds.switchAccount,
    commandIds.editAccount,
    commandIds.renameAccount,
    commandIds.changeAccountKeys,
    commandIds.makeAccountReadOnly,
    commandIds.allowAccountChanges,
    commandIds.useAccountInFolder,
    commandIds.checkConnection,
    commandIds.disconnectAccount,
    commandIds.disconnectAllAccounts,
    commandIds.movePrivateKey,
    // Of uploads that have begun.
    commandIds.pauseUploads,
    commandIds.resumeUploads,
    commandIds.refreshLibrary,
    commandIds.loadMore,
    commandIds.copyUrl,
    commandIds.copySignedUrl,
    commandIds.insertUrl,
    commandIds.openUrl,
    commandIds.revealInLibrary,
    commandIds.loadPreview,
    commandIds.importSdkConfiguration,
    commandIds.editTransformation,
    commandIds.openWalkthrough,
    commandIds.reportIssue,
    commandIds.showLog,
  ]);

  test('no command that writes is offered where the account is read-only', () => {
    const readOnly = {
      [contextKeys.connected]: true,
      [contextKeys.hasAccounts]: true,
      [contextKeys.writable]: false,
      [contextKeys.writableEverywhere]: false,
    };
    const writable = {
      ...readOnly,
      [contextKeys.writable]: true,
      [contextKeys.writableEverywhere]: true,
    };
    const writing = contributed.filter((command) => !readingOnly.has(command));
    assert(writing.length >= 4);
    const inMenus = Object.entries(contributes.menus).flatMap(([menu, items]) =>
      items.map((item) => [menu, item] as const),
    );
    for (const command of writing) {
      const places = inMenus.filter(([, item]) => item.command === command);
      assert(
        places.some(([menu]) => menu === 'commandPalette'),
        `${command} is in the palette whatever the account is`,
      );
      for (const [menu, { when }] of places) {
        assert.equal(mayHold(when, readOnly), false, `${command} in ${menu}: ${when}`);
        assert(when === 'false' || mayHold(when, writable), `${command} in ${menu} is offered`);
      }
      for (const { contents, when } of contributes.viewsWelcome) {
        if (contents.includes(`(command:${command})`)) assert.equal(mayHold(when, readOnly), false);
      }
      for (const { description, when } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
        if (description.includes(`(command:${command})`)) {
          assert.equal(mayHold(when, readOnly), false);
        }
      }
    }
  });

  test('a row about a failure has a button that opens the log', () => {
    const buttons = (contributes.menus['view/item/context'] ?? [])
      .filter(({ when }) => when?.includes(`viewItem == ${contextValues.failure}`))
      .map(({ command, group }) => [command, group]);
    assert.deepEqual(buttons, [[commandIds.showLog, 'inline@1']]);
  });

  test('the Explorer, which cannot tell folders apart, asks for all of them', () => {
    const mixed = { [contextKeys.connected]: true, [contextKeys.writable]: true };
    for (const { when } of contributes.menus['explorer/context'] ?? []) {
      assert.equal(mayHold(when, { ...mixed, [contextKeys.writableEverywhere]: false }), false);
    }
  });

  test('every state of the view without rows has one welcome content', () => {
    for (const state of libraryStates) {
      for (const writable of [true, false]) {
        const shown = contributes.viewsWelcome.filter(
          ({ when }) =>
            when.startsWith(`${contextKeys.libraryState} == ${state}`) &&
            mayHold(when, { [contextKeys.writable]: writable }),
        );
        assert.equal(shown.length, state === 'ready' ? 0 : 1, `${state}, writable: ${writable}`);
      }
    }
    assert.equal(
      contributes.viewsWelcome.length,
      // Empty is said in two ways.
      libraryStates.length,
    );
  });

  test('welcome buttons run contributed commands', () => {
    const linked = contributes.viewsWelcome.flatMap(
      ({ contents }) => contents.match(/(?<=command:)[\w.]+/g) ?? [],
    );
    assert(linked.length > 0);
    assert.deepEqual(
      linked.filter((command) => !contributed.includes(command)),
      [],
    );
  });

  // VS Code opens a walkthrough when its extension is installed, if its when-clause is met by then.
  test('the walkthrough does not open by itself before the ImageKit view was seen', () => {
    assert.deepEqual(
      contributes.walkthroughs.map(({ when }) => when),
      [contextKeys.libraryState],
    );
  });

  test('links of the walkthrough run commands that are there', async () => {
    const all = new Set(await vscode.commands.getCommands(true));
    const steps = contributes.walkthroughs.flatMap(({ steps: each }) => each);
    assert.equal(steps.length, 4);
    for (const { description, completionEvents } of steps) {
      const linked = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id ?? '');
      const awaited = completionEvents.flatMap((event) => event.match(/(?<=^onCommand:).*/) ?? []);
      assert(linked.length > 0);
      for (const id of [...linked, ...awaited]) assert(all.has(id), id);
    }
  });

  test('every icon file exists', () => {
    const icons = [
      icon,
      ...contributes.walkthroughs.flatMap(({ icon: own, steps }) => [
        own,
        ...steps.flatMap(({ media }) => Object.values(media.image)),
      ]),
      ...contributes.viewsContainers.activitybar.map((container) => container.icon),
      ...Object.values(contributes.views)
        .flat()
        .map((view) => view.icon),
    ];
    assert.deepEqual(
      icons.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });
});
