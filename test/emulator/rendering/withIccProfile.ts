import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

/** Writes a picture in the colours of the original's profile, which goes along with it. */
export async function withIccProfile(output: Sharp, path: string): Promise<Buffer> {
  const { icc } = await sharp(path).metadata();
  if (icc === undefined) return await output.toBuffer();
  // sharp takes a profile by the name of its file only.
  const folder = await mkdtemp(join(tmpdir(), 'imagekit-profile-'));
  try {
    const profile = join(folder, 'profile.icc');
    await writeFile(profile, icc);
    return await output.withIccProfile(profile).toBuffer();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
