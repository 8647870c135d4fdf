import type { OwnAccount, Person } from './person.ts';
import type { HourPage } from './hourPage.ts';

/** What people do with an account; each ends when it is done, as the person sees or the host hears. */
export function operationsOf(
  account: OwnAccount,
  person: Person,
  seen: HourPage,
): readonly (() => Promise<unknown>)[] {
  const { name } = account;
  return [
    () => seen.saysAfter(() => person.checkConnection(), /accepts the key of/),
    () => person.refreshLibrary(account),
    () => person.copyUrl(),
    () => person.copySignedUrl(account),
    () => person.completeName(account),
    () => seen.saysAfter(() => person.uploadFile('logo.svg'), /Uploaded \//),
    () => seen.saysAfter(() => person.uploadFromUrl(), /Uploaded \//),
    () => seen.saysAfter(() => person.makeReadOnly(account), new RegExp(`${name} is read-only`)),
    () => seen.saysAfter(() => person.allowChanges(account), new RegExp(`${name} can be changed`)),
    () => person.changeKeys(account),
    () => person.edit(account),
    () => person.deleteFile(account),
    () => person.reportIssue(),
    () => person.showLog(),
    () => person.importSdkConfiguration(),
    () => person.useInFolder(account),
  ];
}
