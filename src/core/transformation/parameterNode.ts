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
  private readonly source: TextSlice;
  private readonly keyEnd: number;
  private knownValue: TextSlice | undefined;

  /**
   * @param offset Of the text in its document; the numbers behind it are offsets into the text.
   * @param keyEnd Where the hyphen behind the key is, or `end` where there is none.
   */
  constructor(
    source: TextSlice,
    begin: number,
    keyEnd: number,
    end: number,
    leading: string,
    isPlain: boolean,
    holes: readonly TextSlice[] | undefined,
  ) {
    const { text, start: offset } = source;
    this.leading = leading;
    this.start = offset + begin;
    this.end = offset + end;
    // A key that code goes on with may become another one.
    const isWholeKey = keyEnd < end || holes?.at(-1)?.start !== offset + end;
    this.place = isWholeKey ? placeOfKey(text, begin, keyEnd) : -1;
    this.isPlain = isPlain && !holes;
    this.holes = holes ?? noHoles;
    this.source = source;
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
    return this.valueLength === value.length && this.has(value, this.keyEnd + 1);
  }

  valueStartsWith(text: string): boolean {
    return this.valueLength >= text.length && this.has(text, this.keyEnd + 1);
  }

  valueEndsWith(text: string): boolean {
    return this.valueLength >= text.length && this.has(text, this.end - text.length);
  }

  private has(text: string, at: number): boolean {
    return this.source.text.startsWith(text, at - this.source.start);
  }

  get wholeNumber(): number {
    const { text, start } = this.source;
    const begin = this.keyEnd + 1 - start;
    const end = this.end - start;
    if (begin >= end) return Number.NaN;
    let number = 0;
    for (let index = begin; index < end; index++) {
      const digit = text.charCodeAt(index) - 0x30;
      if (digit < 0 || digit > 9) return Number.NaN;
      number = number * 10 + digit;
    }
    return number;
  }

  private cut(start: number, end: number): TextSlice {
    return {
      text: this.source.text.slice(start - this.source.start, end - this.source.start),
      start,
      end,
    };
  }
}
