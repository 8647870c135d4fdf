import assert from 'node:assert/strict';
import { settingKeys } from '../../src/constants.ts';
import { readManifest } from '../l10n/readManifest.ts';
import { extension } from './support/extension.ts';

/**
 * What a workspace that nobody trusts may say with each setting: nothing for `person`, because only
 * the settings of the person count; nothing until it is trusted for `trusted`.
 */
const verdicts: Readonly<Record<string, 'person' | 'trusted' | 'anybody'>> = {
  // Chooses the key that requests are sent with.
  [settingKeys.account]: 'trusted',
  [settingKeys.urlEndpoints]: 'person',
  [settingKeys.useUniqueFileName]: 'anybody',
  [settingKeys.uploadPlan]: 'anybody',
  // Makes VS Code load pictures, and those cost money.
  [settingKeys.hoverPreview]: 'trusted',
  // Puts signatures into what is shown.
  [settingKeys.signPrivateFiles]: 'person',
  [settingKeys.sizeHints]: 'anybody',
  // Would silence the warning about a private key in its files.
  [settingKeys.diagnosticsEnabled]: 'trusted',
  [settingKeys.diagnosticsSeverity]: 'trusted',
  [settingKeys.knownParameters]: 'trusted',
  [settingKeys.maximumDocumentLength]: 'trusted',
};

interface Manifest {
  readonly extensionKind: readonly string[];
  readonly capabilities: {
    readonly virtualWorkspaces: unknown;
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly description: string;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { scope: string }>> };
  };
}

const { capabilities, contributes, extensionKind } = readManifest(
  extension().extensionPath,
) as Manifest;
const settings = Object.entries(contributes.configuration.properties);

suite('trust in the manifest', () => {
  test('a window without trust has language features, and says what it has not', () => {
    const { supported, description } = capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.match(description, /\w{3}/);
  });

  test('every setting is judged: who may say something with it', () => {
    assert.deepEqual(settings.map(([name]) => name).toSorted(), Object.keys(verdicts).toSorted());
    const restricted = capabilities.untrustedWorkspaces.restrictedConfigurations;
    for (const [name, { scope }] of settings) {
      const byScope = ['application', 'machine'].includes(scope) ? 'person' : 'anybody';
      assert.equal(restricted.includes(name) ? 'trusted' : byScope, verdicts[name], name);
    }
    assert.deepEqual(
      restricted.filter((name) => verdicts[name] !== 'trusted'),
      [],
    );
  });

  test('it works in workspaces without a disk, and where the files are before the window', () => {
    assert.equal(capabilities.virtualWorkspaces, true);
    assert.deepEqual(extensionKind, ['workspace', 'ui']);
  });
});
