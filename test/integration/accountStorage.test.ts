import assert from 'node:assert/strict';
import type { Account } from '../../src/core/accounts/account.ts';
import type { HttpRequest } from '../../src/core/api/httpTransport.ts';
import { connectAccount } from '../../src/features/account/connectAccount.ts';
import {
  disconnectAccount,
  disconnectAllAccounts,
} from '../../src/features/account/disconnectAccount.ts';
import { editAccount } from '../../src/features/account/editAccount.ts';
import { AccountStore } from '../../src/platform/accountStore.ts';
import { CommandRunner } from '../../src/platform/commandRunner.ts';
import { accountDependencies, SharedStorage } from './support/accountDesk.ts';
import { ConnectDesk, keys } from './support/connectDesk.ts';
import { eventually } from './support/eventually.ts';

const acme: Account = {
  id: 'acme-id',
  name: 'Acme',
  isReadOnly: false,
  urlEndpoint: 'https://ik.imagekit.io/acme',
  otherUrlEndpoints: [],
  publicKey: 'public_acme',
  privateKey: 'private_acme',
  apiOrigin: 'https://api.imagekit.io',
  uploadOrigin: 'https://upload.imagekit.io',
};

suite('account storage', () => {
  let storage: SharedStorage;
  let desk: ConnectDesk;

  setup(() => {
    storage = new SharedStorage();
    desk = new ConnectDesk();
  });

  teardown(() => desk.dispose());

  const open = (lag = 0): AccountStore =>
    new AccountStore(storage.memento(lag), storage.secretStorage());

  test('credentials are in SecretStorage only, with the hosts beside the key', async () => {
    const store = open();
    await store.save(acme);
    const { id, name, isReadOnly, ...credentials } = acme;
    assert.deepEqual(
      JSON.parse(storage.secrets.get('imagekit.account.acme-id') ?? ''),
      credentials,
    );
    assert.deepEqual(store.list().accounts, [{ id, name, isReadOnly }]);
    assert.doesNotMatch(JSON.stringify([...storage.state]), /private_|public_|https:/);
  });

  test('an account survives a restart, and disconnecting leaves no key behind', async () => {
    await open().save(acme);
    const store = open();
    assert.deepEqual(await store.get(acme.id), acme);
    await store.deleteAll();
    assert.doesNotMatch(JSON.stringify([...storage.secrets, ...storage.state]), /acme/i);
  });

  test('another window follows, also where its copy of the list comes late', async () => {
    const other = open(120);
    let changes = 0;
    other.onDidChange(() => changes++);
    const here = open();
    await here.save(acme);
    await eventually(() => changes === 1, 'the news in the other window');
    assert.deepEqual(await other.get(acme.id), acme);
    await here.change({ ...acme, name: 'Renamed', isReadOnly: true });
    await eventually(() => changes === 2, 'the second change');
    assert.deepEqual(await other.get(acme.id), { ...acme, name: 'Renamed', isReadOnly: true });
    await here.delete(acme.id);
    await eventually(() => changes === 3, 'the third change');
    assert.deepEqual(other.list().accounts, []);
  });

  test('every change has a revision of its own, by which other windows know it', async () => {
    const store = open();
    const revisions = new Set<string | undefined>();
    for (const change of [
      () => store.save(acme),
      () => store.change({ ...acme, isReadOnly: true }),
      () => store.activate(acme.id),
      () => store.delete(acme.id),
    ]) {
      await change();
      const { revision } = storage.state.get('imagekit.accounts') as { revision?: string };
      assert.equal(revision, storage.secrets.get('imagekit.accounts.revision'));
      revisions.add(revision);
    }
    assert.equal(revisions.size, 4);
  });

  test('an account that did not change stays the same object, and so does its client', async () => {
    const store = open();
    await store.save(acme);
    const before = await store.get(acme.id);
    await store.save({ ...acme, id: 'other', name: 'Other' });
    assert.equal(await store.get(acme.id), before);
  });

  test('without a keyring one sentence tells it, and the keys last for the session', async () => {
    storage.isBroken = true;
    const dependencies = accountDependencies(storage);
    const running = connectAccount(dependencies);
    await desk.answer(acme.urlEndpoint, ...keys);
    assert.equal(await running, true);
    assert.deepEqual(
      desk.messages.shown.map(({ text }) => text),
      [
        'VS Code found no keyring that is open, so the keys of acme are kept for this window only; set up or unlock one (such as GNOME Keyring), or enter them again after a restart.',
      ],
    );
    const { account } = await dependencies.session.require();
    assert.equal(account.privateKey, keys[1]);
    assert.equal(storage.secrets.size, 0);
    // After a restart the name is still known, and the keys are asked for.
    const later = accountDependencies(storage);
    assert.equal((await later.session.state()).kind, 'keysMissing');
  });

  test('keys that VS Code has lost are asked for, and it is told that it may lose them again', async () => {
    const first = accountDependencies(storage);
    const connecting = connectAccount(first);
    await desk.answer(acme.urlEndpoint, ...keys);
    await connecting;
    assert.deepEqual(desk.messages.shown, [], 'VS Code itself tells that it has no keyring');
    // What VS Code does with secrets in memory when its window closes.
    storage.secrets.clear();
    const later = accountDependencies(storage);
    const refusal: unknown = await later.session.require().catch((error: unknown) => error);
    new CommandRunner(later.logger).report('a command', refusal);
    const editing = editAccount(later);
    await desk.answer(acme.urlEndpoint, ...keys);
    await editing;
    assert.deepEqual(
      desk.messages.shown.map(({ text, actions }) => [text, ...actions]),
      [
        [
          'The keys of the ImageKit account “acme” were not kept on this computer; enter them again.',
          'Enter Keys',
          'Show Log',
        ],
        [
          'VS Code has lost keys before, as it does without a keyring, so it may ask for those of acme again after a restart; set up one (such as GNOME Keyring) to keep them.',
        ],
      ],
    );
    assert.equal((await later.session.require()).account.privateKey, keys[1]);
  });

  for (const disconnect of [disconnectAccount, disconnectAllAccounts]) {
    test(`${disconnect.name} takes accounts off the list where SecretStorage fails, and says what is left`, async () => {
      const { store, session, logger } = accountDependencies(storage);
      await store.save(acme);
      if (disconnect === disconnectAllAccounts) await store.save({ ...acme, id: 'b', name: 'B' });
      storage.isBroken = true;
      desk.messages.answer('Disconnect');
      await disconnect({ store, logger });
      assert.deepEqual(store.list().accounts, []);
      assert.equal((await session.state()).kind, 'disconnected');
      const told = desk.messages.shown.at(-1);
      assert.match(told?.text ?? '', /^Disconnected, but .* the keys may still be in it/);
      assert.deepEqual(told?.actions, ['Show Log']);
    });
  }

  test('a record that cannot be read is no account and can be written anew', async () => {
    await open().save(acme);
    for (const junk of ['', 'null', '{"privateKey":7}', '{']) {
      storage.secrets.set('imagekit.account.acme-id', junk);
      assert.equal(await open().get(acme.id), undefined, junk);
    }
    storage.state.set('imagekit.accounts', { accounts: 'junk' });
    assert.deepEqual(open().list().accounts, []);
    await open().save(acme);
    assert.deepEqual(await open().get(acme.id), acme);
  });

  test('an account of ImageKit is checked at its API host and nowhere else', async () => {
    const requests: HttpRequest[] = [];
    const { store, session, logger } = accountDependencies(storage, requests);
    const running = connectAccount({ store, session, logger });
    await desk.answer('https://media.example.com/shop', ...keys);
    await running;
    const origins = new Set(requests.map(({ url }) => new URL(url).origin));
    assert.deepEqual([...origins], ['https://api.imagekit.io']);
    const { account } = await session.require();
    assert.equal(account.apiOrigin, 'https://api.imagekit.io');
    assert.equal(account.uploadOrigin, 'https://upload.imagekit.io');
    assert.equal(account.urlEndpoint, 'https://media.example.com/shop');
  });
});
