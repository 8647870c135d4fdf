import type { Parameter, Step, Transformation } from '../transformation/tree.ts';

/** CSS pixels that a picture may take in a hover, so that the text under it stays visible. */
export const largestPreview = { width: 320, height: 120 } as const;

export interface PreviewBox {
  readonly width?: number;
  readonly height?: number;
}

/**
 * How large a picture is to be shown. What is known of its size comes from the transformation; a
 * picture that is smaller than the box is left alone, one of unknown size is made to fit.
 */
export function previewBox(transformation: Pick<Transformation, 'steps'> | undefined): PreviewBox {
  const { width, height } = outputSize(transformation?.steps ?? []);
  if (width !== undefined && height !== undefined) {
    const scale = Math.min(largestPreview.width / width, largestPreview.height / height);
    return scale >= 1
      ? {}
      : { width: Math.round(width * scale), height: Math.round(height * scale) };
  }
  // One side alone keeps the ratio, so the other may become anything: bound the one that is higher.
  if (height !== undefined)
    return height <= largestPreview.height ? {} : { height: largestPreview.height };
  return width !== undefined && width <= largestPreview.height
    ? {}
    : { height: largestPreview.height };
}

/** The size in pixels after the last step that sets it; a quarter turn swaps the sides. */
function outputSize(steps: readonly Step[]): PreviewBox {
  let size: PreviewBox = {};
  for (const step of steps) {
    const parameters = step.items.filter((item): item is Parameter => item.kind === 'parameter');
    const width = pixelsOf(parameters, 'w');
    const height = pixelsOf(parameters, 'h');
    if (width !== undefined || height !== undefined) {
      size = { ...(width && { width }), ...(height && { height }) };
    }
    const angle = Number(
      parameters.find(({ key }) => key.text === 'rt')?.value?.text.replace('N', '-'),
    );
    if (Math.abs(angle % 180) === 90) {
      size = {
        ...(size.height && { width: size.height }),
        ...(size.width && { height: size.width }),
      };
    }
  }
  return size;
}

function pixelsOf(parameters: readonly Parameter[], name: string): number | undefined {
  const text = parameters.find(({ key }) => key.text === name)?.value?.text ?? '';
  return /^\d+$/.test(text) && Number(text) > 1 ? Number(text) : undefined;
}
