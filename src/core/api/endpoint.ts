import * as v from 'valibot';
import type { QueryValue, Repeatability, RequestOptions } from './apiRequest.ts';
import type { HttpRequest } from './httpTransport.ts';

type Path = `/${string}`;

/** One operation of the Media API as data; the official SDK's name for it is its key in a table. */
export interface Endpoint<ItsPath extends Path = Path, Schema = v.GenericSchema> {
  readonly method: HttpRequest['method'];
  /** `{name}` stands for a parameter: `/v1/files/{fileId}/details`. */
  readonly path: ItsPath;
  /** What is asked for, for messages: `file details`. */
  readonly what: string;
  readonly answer: Schema;
  readonly repeat: Repeatability;
}

const repeatOfMethod: Readonly<Record<HttpRequest['method'], Repeatability>> = {
  GET: 'read',
  HEAD: 'read',
  PUT: 'idempotent',
  PATCH: 'idempotent',
  DELETE: 'idempotent',
  POST: 'once',
};

/** An endpoint whose repeatability follows from its method where nothing else is said. */
export function endpoint<const ItsPath extends Path, Schema extends v.GenericSchema>(
  method: HttpRequest['method'],
  path: ItsPath,
  what: string,
  answer: Schema,
  repeat: Repeatability = repeatOfMethod[method],
): Endpoint<ItsPath, Schema> {
  return { method, path, what, answer, repeat };
}

/** For answers of which nothing is used; most of them are empty. */
export const nothing = v.pipe(
  v.unknown(),
  v.transform(() => undefined),
);

type PathParameter<ItsPath extends string> = ItsPath extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never;

/** What one call of an endpoint carries; each parameter of its path must be given. */
export type CallInput<ItsPath extends string> = RequestOptions & {
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  /** Sent as JSON. */
  readonly body?: object | undefined;
  /** Where this call differs from its endpoint. */
  readonly repeat?: Repeatability | undefined;
} & ([PathParameter<ItsPath>] extends [never]
    ? unknown
    : { readonly path: Readonly<Record<PathParameter<ItsPath>, string>> });

/** Calls an endpoint and gives its decoded answer. Fails with an `ImageKitError`. */
export type ApiCaller = <ItsPath extends Path, Schema extends v.GenericSchema>(
  endpoint: Endpoint<ItsPath, Schema>,
  ...input: [PathParameter<ItsPath>] extends [never] ? [CallInput<ItsPath>?] : [CallInput<ItsPath>]
) => Promise<v.InferOutput<Schema>>;
