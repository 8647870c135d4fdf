import type { Library } from '../store/library.ts';
import { syntheticAssets } from './syntheticAssets.ts';
import type { SyntheticPlan } from './syntheticAssets.ts';
import { storeSyntheticBlobs } from './syntheticBlobs.ts';

/** Fills an empty library with very many assets that share a few blobs. */
export async function seedSynthetic(library: Library, plan: SyntheticPlan): Promise<void> {
  const blobs = await storeSyntheticBlobs(library.blobs);
  library.rows.insertAll(syntheticAssets(plan, blobs));
}
