/**
 * A `vscode` of which every part is a class, a function and a namespace, for loading the extension
 * in plain Node: `registerHooks` puts it in the place of the module.
 */
import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Calls of anything give the same again, lists are empty, texts are empty. */
export const stub: object = new Proxy(function part() {}, {
  get: (target, name) => {
    if (name === 'prototype') return Reflect.get(target, name);
    if (name === 'then') return undefined;
    if (name === Symbol.iterator) return () => [].values();
    if (name === Symbol.toPrimitive) return () => '';
    return stub;
  },
  set: () => true,
  apply: () => stub,
  // A class of ours that extends one keeps its own methods.
  construct: (_target, _args, made) =>
    made === stub ? stub : (Reflect.construct(Object, [], made) as object),
});

/**
 * @param sources Whose names from `vscode` there have to be, as a module has no others.
 * @param parts Some that are real.
 */
export function stubVscode(sources: string, parts: object = {}): void {
  const names = new Set(
    globSync(`${sources}/**/*.ts`).flatMap(
      (path) => readFileSync(path, 'utf8').match(/(?<=\bvscode\.)\w+/g) ?? [],
    ),
  );
  Object.assign(globalThis, { vscodeStub: stub, vscodeParts: parts });
  const source = [...names]
    .map((name) => `export const ${name} = vscodeParts.${name} ?? vscodeStub.${name};`)
    .join('\n');
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vscode'
        ? { url: 'stub:vscode', format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === 'stub:vscode' ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });
}
