import * as v from 'valibot';
import { createCollection, type Collection } from './collection.ts';
import type { ApiCaller } from './endpoint.ts';
import { ensure } from './ensure.ts';
import { flagOrNull, text, textOrNull } from './schemaParts.ts';
import { t } from '../text/l10n.ts';

const namedTransformationSchema = v.looseObject({
  id: text,
  /** Used as `n-<name>`; case-sensitive. */
  name: text,
  transformation: text,
  /** While it is false, URLs that use the name fail. */
  enabled: flagOrNull,
  createdAt: textOrNull,
});

export type NamedTransformation = v.InferOutput<typeof namedTransformationSchema>;

export interface NamedTransformationCreateParams {
  /** Letters, digits and `_`; unique in the account. */
  readonly name: string;
  readonly transformation: string;
  readonly enabled?: boolean;
}

export type NamedTransformationUpdateParams = Partial<NamedTransformationCreateParams>;

/**
 * Transformations under a name, at most 250 an account. One that is still referenced cannot be
 * deleted: `conflict`. Source: https://imagekit.io/docs/named-transformations
 */
export type NamedTransformations = Collection<
  NamedTransformation,
  NamedTransformationCreateParams,
  NamedTransformationUpdateParams
>;

export function createNamedTransformations(call: ApiCaller): NamedTransformations {
  return createCollection(call, {
    path: '/v1/named-transformations',
    updateMethod: 'PATCH',
    what: 'named transformation',
    item: namedTransformationSchema,
    ensure: ensureNamedTransformation,
  });
}

function ensureNamedTransformation(params: NamedTransformationUpdateParams): void {
  const { name, transformation } = params;
  ensure(
    name === undefined || /^\w+$/.test(name),
    'name',
    t('"{name}" cannot name a transformation; use letters, digits and "_".', { name }),
  );
  ensure(
    transformation === undefined || transformation.trim() !== '',
    'transformation',
    t('The transformation is empty.'),
  );
}
