import type { TextSlice } from '../text/offsetRange.ts';
import { catalogue, placeOfKey } from './catalogue/catalogue.ts';
import type { ParameterDefinition } from './catalogue/parameterDefinition.ts';
import type { Parameter } from './tree.ts';

const noHoles: readonly TextSlice[] = [];

/**
 * A parameter that cuts its key and value out of the text when somebody asks: most of a document's
 * parameters are only ever looked over.
 */
export class ParameterNode implements Parameter {
  readonly leading: string;
  readonly start: number;
  readonly end: number;
  readonly place: number;
  readonly isPlain: boolean;
  readonly holes: readonly TextSlice[];
  // A field with # takes a quarter longer to make, and texts have many parameters.
  private readonly source: string;
  private readonly offset: number;
  private readonly keyEnd: number;
  private knownValue: TextSlice | undefined;

  /**
   * @param offset Of the text in its document; the numbers behind it are offsets into the text.
   * @param keyEnd Where the hyphen behind the key is, or `end` where there is none.
   */
  constructor(
    text: string,
    offset: number,
    begin: number,
    keyEnd: number,
    end: number,
    leading: string,
    isPlain: boolean,
    holes: readonly TextSlice[] | undefined,
  ) {
    this.leading = leading;
    this.start = offset + begin;
    this.end = offset + end;
    // A key that code goes on with may become another one.
    const isWholeKey = keyEnd < end || holes?.at(-1)?.start !== offset + end;
    this.place = isWholeKey ? placeOfKey(text, begin, keyEnd) : -1;
    this.isPlain = isPlain && !holes;
    this.holes = holes ?? noHoles;
    this.source = text;
    this.offset = offset;
    this.keyEnd = offset + keyEnd;
  }

  get kind(): 'parameter' {
    return 'parameter';
  }

  get definition(): ParameterDefinition | undefined {
    return catalogue[this.place];
  }

  get key(): TextSlice {
    return this.cut(this.start, this.keyEnd);
  }

  get value(): TextSlice | undefined {
    if (this.keyEnd === this.end) return undefined;
    return (this.knownValue ??= this.cut(this.keyEnd + 1, this.end));
  }

  get valueLength(): number {
    return this.end - this.keyEnd - 1;
  }

  hasValue(value: string): boolean {
    const begin = this.keyEnd + 1;
    return this.end - begin === value.length && this.source.startsWith(value, begin - this.offset);
  }

  get wholeNumber(): number {
    const begin = this.keyEnd + 1 - this.offset;
    const end = this.end - this.offset;
    if (begin >= end) return Number.NaN;
    let number = 0;
    for (let index = begin; index < end; index++) {
      const digit = this.source.charCodeAt(index) - 0x30;
      if (digit < 0 || digit > 9) return Number.NaN;
      number = number * 10 + digit;
    }
    return number;
  }

  private cut(start: number, end: number): TextSlice {
    return { text: this.source.slice(start - this.offset, end - this.offset), start, end };
  }
}
