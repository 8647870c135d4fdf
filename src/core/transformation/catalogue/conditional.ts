import type { ParameterDefinition } from './parameterDefinition.ts';
import { oneOf } from './values.ts';

/** Source: https://imagekit.io/docs/transformations#conditional-transformations */
export const conditionalParameters: readonly ParameterDefinition[] = [
  {
    key: 'if',
    name: 'if',
    summary: 'Applies what follows only if the condition holds; if-else and if-end close it.',
    values: [
      { kind: 'condition' },
      oneOf(
        {
          value: 'else',
          summary: 'Begins what applies if the condition does not hold.',
          closes: 'conditional',
        },
        { value: 'end', summary: 'Closes the condition.', closes: 'conditional' },
      ),
    ],
    appliesTo: ['image'],
    example: 'if-ar_gt_1,w-300,if-else,w-200,if-end',
    page: 'transformations#conditional-transformations',
    note: 'A step with a condition holds nothing else; not for videos and animated GIFs.',
  },
];
