import type { IncomingHttpHeaders } from 'node:http';
import type { Step } from '../transformation/chain.ts';
import { readNumber } from '../transformation/readExpression.ts';

/** Widths are made for every hundred pixels. */
const widthStep = 100;
const maximumDensity = 5;

/** The headers that a browser tells its layout in, the standard's name first. */
const names = { width: ['sec-ch-width', 'width'], dpr: ['sec-ch-dpr', 'dpr'] } as const;

/**
 * Puts what the browser tells in the place of `w-auto` and `dpr-auto`; what it does not tell is left
 * out. A width is in pixels of the device already, so with it the density counts no more.
 * @param headers of the answer, which tells what it depends on.
 */
export function applyClientHints(
  steps: readonly Step[],
  request: IncomingHttpHeaders,
  headers: Record<string, string>,
): Step[] {
  const hint = (kind: keyof typeof names): number | undefined => {
    const text = names[kind].map((name) => request[name]).find((each) => each !== undefined);
    return readNumber(String(text ?? ''));
  };
  return steps.map((step) => {
    const automatic = ['w', 'dpr'].filter((key) => step.parameters.get(key) === 'auto');
    if (automatic.length === 0) return step;
    headers['vary'] = 'Sec-CH-Width, Sec-CH-DPR';
    const parameters = new Map(step.parameters);
    for (const key of automatic) parameters.delete(key);
    const width = hint('width');
    const density = hint('dpr');
    if (automatic.includes('w') && width !== undefined) {
      const wide = Math.ceil(width / widthStep) * widthStep;
      parameters.set('w', String(wide));
      headers['content-dpr'] = ((wide / width) * (density ?? 1)).toFixed(2);
    } else if (automatic.includes('dpr') && density !== undefined) {
      parameters.set('dpr', String(Math.min(density, maximumDensity)));
      headers['content-dpr'] = String(density);
    }
    return { ...step, parameters };
  });
}
