import * as v from 'valibot';
import { createCollection, type Collection } from './collection.ts';
import type { ApiCaller } from './endpoint.ts';
import { ensure } from './ensure.ts';
import { ensureExtension } from './extensions/ensureExtensions.ts';
import type { ExtensionConfig } from './extensions/extensionConfig.ts';
import { text, textOrNull } from './schemaParts.ts';
import { t } from '../text/l10n.ts';

const savedExtensionSchema = v.looseObject({
  /** Use it elsewhere as `{ name: 'saved-extension', id }`. */
  id: text,
  name: text,
  description: textOrNull,
  config: v.nullish(v.looseObject({ name: text })),
  createdAt: textOrNull,
  updatedAt: textOrNull,
});

export type SavedExtension = v.InferOutput<typeof savedExtensionSchema>;

export interface SavedExtensionCreateParams {
  readonly name: string;
  readonly description: string;
  readonly config: ExtensionConfig;
}

export type SavedExtensionUpdateParams = Partial<SavedExtensionCreateParams>;

/**
 * Extensions with their settings, kept under an id; at most 100 an account.
 * Source: https://imagekit.io/docs/extensions/saved-extensions
 */
export type SavedExtensions = Collection<
  SavedExtension,
  SavedExtensionCreateParams,
  SavedExtensionUpdateParams
>;

export function createSavedExtensions(call: ApiCaller): SavedExtensions {
  return createCollection(call, {
    path: '/v1/saved-extensions',
    updateMethod: 'PATCH',
    what: 'saved extension',
    item: savedExtensionSchema,
    ensure: ensureSavedExtension,
  });
}

function ensureSavedExtension(params: SavedExtensionUpdateParams): void {
  const { name, description, config } = params;
  ensure(name === undefined || name.trim() !== '', 'name', t('The saved extension needs a name.'));
  ensure(
    description === undefined || description.trim() !== '',
    'description',
    t('The saved extension needs a description.'),
  );
  if (config) ensureExtension(config);
}
