import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandKeys } from '../commandKeys.ts';
import { failures } from '../hour/failures.ts';
import { startHosts, type Hosts } from '../hour/hosts.ts';
import { HourPage, secretStorageEntry } from '../hour/hourPage.ts';
import { filesUnder, KeySearch, type Place } from '../hour/keySearch.ts';
import { meet } from '../hour/meet.ts';
import { operationsOf } from '../hour/operations.ts';
import { Person, type OwnAccount } from '../hour/person.ts';
import type { Journey, Stage } from './journey.ts';

/** One looks like ImageKit's keys and one does not; the third is typed and never accepted. */
const privateKeys = [
  'private_canaryOne/0123456789+abcdef=',
  'canaryTwo+0123456789/ABCDEF=',
  'private_canaryThree/9876543210+fedcba=',
] as const;

const seen = new HourPage();
const search = new KeySearch(privateKeys);

/**
 * An hour of use: two accounts, everything that people do, everything that fails, a restart. Each
 * private key is in SecretStorage and in the `Authorization` headers to its own host, and in nothing
 * else that VS Code, its browser or a host has by then.
 */
export const hour: Journey = {
  name: 'hour',
  playground: {
    keyBindings: commandKeys,
    prepare: (page) => seen.watch(page),
    // Nothing leaves this computer, and a proxy that nobody knows is one of the failures.
    userSettings: { 'http.proxy': 'http://proxy.invalid:8080' },
    workspaceFiles: {
      '.env': 'IMAGEKIT_URL_ENDPOINT=https://ik.imagekit.io/acme\n',
      'uploads/logo.svg': '<svg/>',
      'uploads/gone.svg': '<svg/>',
      'uploads/folder.svg': '<svg/>',
    },
  },
  async play(stage) {
    const hosts = await startHosts();
    try {
      const person = new Person(stage, hosts, privateKeys[2]);
      const accounts = hosts.own.map((host, index) => ({
        name: ['First account', 'Second account'][index] ?? '',
        publicKey: 'public_canary',
        privateKey: privateKeys[index] ?? '',
        host,
      }));
      await writeFile(join(stage.workspace, 'pictures.md'), accounts.map(pictureOf).join(''));
      await person.untilReady();
      await use(accounts, person);
      await stage.shot('1-after-an-hour');

      const places: Place[] = [...(await inTheWindow(stage)), ['the log', person.log()]];
      await stage.stop();
      places.push(...(await filesUnder(stage.folder)));
      await stage.start();
      await person.untilReady();
      for (const account of accounts) await worksAfterRestart(account, person);
      await stage.shot('2-after-the-restart');
      places.push(...(await inTheWindow(stage)), ...whatHostsHave(hosts, accounts));
      assert.deepEqual(search.findIn(places), []);
      await findsWhatIsPlanted(stage);
    } finally {
      await hosts.stop();
    }
  },
};

function pictureOf({ name, host }: OwnAccount): string {
  return `${name}: ${host.origin}/acme/tr:w-100/picture.jpg\n\n`;
}

/** At least 50 operations, of which 20 fail in different ways. */
async function use(accounts: readonly OwnAccount[], person: Person): Promise<void> {
  for (const account of accounts) {
    await person.connect(account);
    await person.rename(account);
  }
  let done = 2 * accounts.length;
  const share = Math.ceil(failures.length / accounts.length);
  for (const [index, account] of accounts.entries()) {
    await person.switchTo(account);
    const operations = [
      ...operationsOf(account, person, seen),
      ...failures.slice(index * share, (index + 1) * share).map((failure) => {
        return () => meet(failure, account, person, seen);
      }),
    ];
    for (const operation of operations) {
      await operation();
      await person.clearMessages();
      done++;
    }
  }
  assert(failures.length >= 20, `${failures.length} failures`);
  assert(done >= 50, `${done} operations`);
}

/** Everything that the window has: what it stores, what it showed and what was copied. */
async function inTheWindow({ page }: Stage): Promise<readonly Place[]> {
  const storage = await seen.storageOf(page);
  const text = (place: string): string => new Map(storage).get(place) ?? '';
  assert.notEqual(text(secretStorageEntry), '', 'SecretStorage is where it was');
  assert(
    storage.some(([place, entry]) => place.startsWith('IndexedDB') && /First account/.test(entry)),
    'globalState is among what is searched',
  );
  const clipboard = String(await page.evaluate('navigator.clipboard.readText()'));
  const texts = seen.texts.map((each) => ['a text in the window', each] as const);
  return [...storage, ['the clipboard', clipboard], ...texts];
}

async function worksAfterRestart(account: OwnAccount, person: Person): Promise<void> {
  const before = account.host.received.length;
  await person.clearMessages();
  await person.switchTo(account);
  await seen.saysAfter(() => person.checkConnection(), /accepts the key of/);
  assert(account.host.received.length > before, 'the key is there after the restart');
}

/** What came to the hosts, but for each account's key in the header to its own host. */
function whatHostsHave(hosts: Hosts, accounts: readonly OwnAccount[]): readonly Place[] {
  const requests = accounts.flatMap(({ host, privateKey }) => {
    const own = `Basic ${Buffer.from(`${privateKey}:`).toString('base64')}`;
    assert(host.received.some(({ headers }) => headers['authorization'] === own));
    return host.received.flatMap(({ method, url, headers, body }): Place[] => {
      const { authorization, ...others } = headers;
      const foreign = authorization === own ? undefined : authorization;
      return [
        [`${method} ${url}`, JSON.stringify({ url, foreign, others })],
        [`the body of ${method} ${url}`, Buffer.from(body, 'latin1')],
      ];
    });
  });
  return [...requests, ...hosts.strangers.map((bytes) => ['a stranger', bytes] as const)];
}

/** The control: every spelling in a file, and a key in each storage of the browser, is found. */
async function findsWhatIsPlanted(stage: Stage): Promise<void> {
  const folder = join(stage.folder, 'planted');
  await mkdir(folder);
  const { samples } = search;
  for (const [index, [, bytes]] of samples.entries()) {
    await writeFile(join(folder, String(index)), Buffer.concat([Buffer.from('x'), bytes]));
  }
  const planted = await seen.plantIn(stage.page, privateKeys[0]);
  const found = search.findIn([
    ...(await filesUnder(folder)),
    ...(await seen.storageOf(stage.page)),
  ]);
  const places = [...planted, ...[...samples.keys()].map((index) => join(folder, String(index)))];
  for (const place of places) {
    assert(
      found.some((each) => each.startsWith(`${place}: `)),
      `the key in ${place} is found`,
    );
  }
}
