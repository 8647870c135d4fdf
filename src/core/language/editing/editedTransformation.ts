import { applyTextEdits, type TextEdit } from '../../text/textEdit.ts';
import {
  appendStep,
  insertBehind,
  removeItem,
  setValue,
} from '../../transformation/editTransformation.ts';
import { explainTransformation } from '../../transformation/explain.ts';
import type { Parameter } from '../../transformation/tree.ts';
import { setQueryParameter } from '../../url/editUrl.ts';
import type { ImageKitUrl } from '../../url/imageKitUrl.ts';
import type { CompletionEntry } from '../completion/completionEntry.ts';
import { getCompletionContext } from '../completion/completionContext.ts';
import { getCompletions } from '../completion/getCompletions.ts';
import type { DocumentTraits } from '../documentTraits.ts';
import { findImageKitUrlAt } from '../findImageKitUrls.ts';
import { fixedSizeOf } from '../pictureFacts.ts';
import { transformationAt, type LocatedTransformation } from '../transformationAt.ts';
import { editorRows, parameterOf, type EditorRow } from './editorRows.ts';
import { withoutTabStops } from './withoutTabStops.ts';

/** How the line is read. */
export interface EditingContext {
  /** URL endpoints beside ImageKit's own hosts. */
  readonly endpoints: readonly string[];
  readonly traits: DocumentTraits;
}

/** Into the step of an item behind it, or into a step of its own behind that. */
export type Addition = 'parameter' | 'step';

/** A line with a transformation in it that is being edited; every change gives another one. */
export class EditedTransformation {
  /** The line. */
  readonly text: string;
  readonly #located: LocatedTransformation;
  readonly #context: EditingContext;

  private constructor(text: string, located: LocatedTransformation, context: EditingContext) {
    this.text = text;
    this.#located = located;
    this.#context = context;
  }

  /** The transformation that a cursor touches. */
  static at(
    text: string,
    offset: number,
    context: EditingContext,
  ): EditedTransformation | undefined {
    const located = transformationAt(text, offset, context.endpoints, context.traits);
    return located && new EditedTransformation(text, located, context);
  }

  /** The transformation of a URL in a line, also an empty one of a URL that has none. */
  static of(
    text: string,
    url: ImageKitUrl,
    context: EditingContext,
  ): EditedTransformation | undefined {
    if (url.transformation) return this.at(text, url.transformation.start, context);
    const withEmpty = setQueryParameter(url, 'tr', '');
    const line = text.slice(0, url.start) + withEmpty + text.slice(url.end);
    const around = findImageKitUrlAt(line, url.start, context.endpoints, context.traits);
    const at = around?.query.find(({ name }) => name.text === 'tr')?.value?.start;
    return at === undefined ? undefined : this.at(line, at, context);
  }

  rows(): readonly EditorRow[] {
    return editorRows(this.#steps);
  }

  /** `w-300,h-200`. */
  get chain(): string {
    return this.#located.transformation.text;
  }

  /** What it does, one plain sentence a step, and the size that comes out where it can be told. */
  get sentences(): readonly string[] {
    const size = this.#located.targets.includes('image') ? fixedSizeOf(this.#steps) : undefined;
    return [
      ...explainTransformation(this.#located.transformation),
      ...(size ? [`${size.width} × ${size.height}`] : []),
    ];
  }

  /** Values worth choosing for a parameter. */
  valuesOf(parameter: Parameter): readonly CompletionEntry[] {
    const emptied = applyTextEdits(this.text, [setValue(parameter, '')]);
    return this.#suggestionsAt(emptied, parameter.key.end + 1).filter(
      ({ kind }) => kind === 'value' || kind === 'colour',
    );
  }

  /**
   * Parameters and blocks that can be added.
   * @param row Behind which they would stand; absent where the transformation is empty.
   */
  additions(row: EditorRow | undefined, kind: Addition): readonly CompletionEntry[] {
    const { text, at, used } = this.#gap(row, kind);
    return this.#suggestionsAt(text, at).filter(
      ({ label, kind: of }) => of !== 'operator' && label !== 'l-end' && !used.has(label),
    );
  }

  withValue(parameter: Parameter, value: string): EditedTransformation {
    return this.#edited([setValue(parameter, value)]);
  }

  /** @returns `undefined` where nothing would be left of the chain. */
  without({ item, place }: EditorRow): EditedTransformation | undefined {
    const edit = removeItem(item, place);
    return edit && this.#edited([edit]);
  }

  /**
   * With one of the {@link additions}.
   * @returns Also the parameter, where it still wants a value.
   */
  with(
    row: EditorRow | undefined,
    { insertText, wantsValue }: Pick<CompletionEntry, 'insertText' | 'wantsValue'>,
    kind: Addition,
  ): { readonly edited: EditedTransformation; readonly added: Parameter | undefined } {
    const text = withoutTabStops(insertText);
    const { start } = this.#located.transformation;
    const edit = row
      ? kind === 'step'
        ? appendStep(row.place, text)
        : insertBehind(row.item, row.place, text)
      : { start, end: start, newText: text };
    const edited = this.#edited([edit]);
    const added = edited
      .rows()
      .map(({ item }) => item)
      .find((item) => item.kind === 'parameter' && item.start >= edit.start);
    return { edited, added: wantsValue && added?.kind === 'parameter' ? added : undefined };
  }

  get #steps() {
    return this.#located.transformation.steps;
  }

  /** The text with room for another parameter, where the room is, and what would be there twice. */
  #gap(row: EditorRow | undefined, kind: Addition) {
    const none: ReadonlySet<string> = new Set();
    if (!row) return { text: this.text, at: this.#located.transformation.start, used: none };
    const { item, place } = row;
    const edit = kind === 'step' ? appendStep(place, '') : insertBehind(item, place, '');
    const keys = place.step.items.map((each) => parameterOf(each).key.text);
    return {
      text: applyTextEdits(this.text, [edit]),
      at: edit.start + edit.newText.length,
      used: kind === 'step' ? none : new Set(keys),
    };
  }

  #suggestionsAt(text: string, offset: number): readonly CompletionEntry[] {
    const context = getCompletionContext(
      text,
      offset,
      this.#context.endpoints,
      this.#context.traits,
    );
    if (!context) return [];
    return getCompletions(context).toSorted((one, other) =>
      one.sortText < other.sortText ? -1 : Number(one.sortText > other.sortText),
    );
  }

  #edited(edits: readonly TextEdit[]): EditedTransformation {
    const text = applyTextEdits(this.text, edits);
    const { start } = this.#located.transformation;
    return EditedTransformation.at(text, start, this.#context) ?? this;
  }
}
