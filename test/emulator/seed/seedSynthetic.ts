import type { Library } from '../store/library.ts';
import { storeSyntheticBlobs } from './syntheticBlobs.ts';
import { insertSyntheticFiles } from './syntheticFiles.ts';
import { archive, firstDay, smallFolders } from './syntheticPlan.ts';
import type { SyntheticPlan } from './syntheticPlan.ts';

/** Fills an empty library with very many assets that share a few blobs. */
export async function seedSynthetic(library: Library, plan: SyntheticPlan): Promise<void> {
  const blobs = await storeSyntheticBlobs(library.blobs);
  library.rows.insertInBulk((database) => {
    for (const path of [archive, ...smallFolders(plan)]) {
      library.rows.ensureFolder(path, firstDay(plan));
    }
    insertSyntheticFiles(database, plan, blobs);
  });
}
