import { Readable } from 'node:stream';
import { readMediaFacts } from '../media/readMediaFacts.ts';
import type { Account } from '../account/account.ts';
import { storeUpload } from '../upload/storeUpload.ts';
import { readUploadFields } from '../upload/uploadFields.ts';
import { samples } from './samples.ts';
import type { Sample } from './samples.ts';

/** Puts the sample files into an empty library. */
export async function seedLibrary(account: Account): Promise<void> {
  const drawn = await Promise.all(
    samples.map(async (sample) => ({ sample, bytes: await sample.create() })),
  );
  // One after the other, so that the order of the list is the order of creation.
  for (const { sample, bytes } of drawn) await add(account, sample, bytes);
}

async function add(account: Account, sample: Sample, bytes: Buffer): Promise<void> {
  const raw = {
    fileName: sample.name,
    folder: sample.folder,
    tags: sample.tags,
    useUniqueFileName: 'false',
    isPrivateFile: String(sample.isPrivate ?? false),
  };
  const pending = await account.library.blobs.receive(Readable.from([bytes]));
  const media = await readMediaFacts(pending.path, sample.name, pending.size);
  await storeUpload(account, readUploadFields(account, raw), raw, media, pending);
}
