import { hostileTexts } from '../../../fuzz/hostileTexts.ts';
import { readers } from '../../../fuzz/readers.ts';
import { assertLinear } from '../../support/assertLinear.ts';

/** In characters: long enough for work that is not linear to show. */
const length = 24_000;

/** In milliseconds; against hanging only. */
const patience = 900_000;

suite('the time that hostile texts take grows with their length', () => {
  for (const [what, read] of Object.entries(readers)) {
    test(what, () => {
      for (const make of Object.values(hostileTexts)) assertLinear(make, length, read);
    }).timeout(patience);
  }
});
