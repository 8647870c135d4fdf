import type { Item, Step, Transformation } from '../../transformation/tree.ts';

/** The same for the same parameters in any order within each step, also of layers and branches. */
export function chainMeaning(steps: readonly Step[], tree: Transformation): string {
  return steps
    .map(({ items }) =>
      items
        .map((item) => itemMeaning(item, tree))
        .toSorted()
        .join(','),
    )
    .join(':');
}

function itemMeaning(item: Item, tree: Transformation): string {
  const textOf = (part: Item | undefined): string =>
    part ? tree.text.slice(part.start - tree.start, part.end - tree.start) : '';
  switch (item.kind) {
    case 'parameter':
      return textOf(item);
    case 'layer':
      return [textOf(item.open), chainMeaning(item.steps, tree), textOf(item.close)].join();
    case 'conditional':
      return [
        ...item.branches.map(({ open, steps }) => `${textOf(open)},${chainMeaning(steps, tree)}`),
        textOf(item.close),
      ].join();
    default:
      return item satisfies never;
  }
}
