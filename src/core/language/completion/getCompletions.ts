import { enumValuesOf, findParameter } from '../../transformation/catalogue/catalogue.ts';
import { describeParameter } from '../describeParameter.ts';
import type { CompletionContext } from './completionContext.ts';
import type { CompletionEntry } from './completionEntry.ts';
import { nameCompletions } from './nameCompletions.ts';
import { nextStepDocumentation } from './nextStepEntry.ts';
import { noColours, type UsedColours } from './usedColours.ts';
import { hexOf, parseHexColour } from '../../transformation/value/colour.ts';
import { valueCompletions } from './valueCompletions.ts';

/**
 * Everything that can stand at the cursor; synchronous and without network.
 */
export function getCompletions(
  context: CompletionContext,
  usedColours: UsedColours = noColours,
): CompletionEntry[] {
  return context.kind === 'parameterName'
    ? nameCompletions(context)
    : valueCompletions({ ...context, usedColours });
}

/** Markdown for one suggestion, by its `documentationKey`. */
export function getCompletionDocumentation(documentationKey: string): string | undefined {
  if (documentationKey === ':') return nextStepDocumentation();
  const separator = documentationKey.indexOf('=');
  if (separator === -1) {
    const definition = findParameter(documentationKey);
    return definition && describeParameter(definition);
  }
  const definition = findParameter(documentationKey.slice(0, separator));
  const value = documentationKey.slice(separator + 1);
  if (!definition) return undefined;
  const isNamed = enumValuesOf(definition).some((candidate) => candidate.value === value);
  // VS Code draws the swatch of a colour whose documentation is the colour.
  return (isNamed ? undefined : swatchOf(value)) ?? describeParameter(definition, value);
}

function swatchOf(value: string): string | undefined {
  const hex = parseHexColour(value);
  return hex ? `#${hex.rgb}` : hexOf(value);
}
