/** What a transformation is applied to; one parameter may mean nothing on another kind. */
export type TargetKind =
  | 'image'
  | 'video'
  /** A still of a video, by `/ik-thumbnail.jpg`. */
  | 'videoThumbnail'
  /** A page of a PDF, PSD, AI or EPS file, by `/ik-thumbnail.jpg`. */
  | 'documentThumbnail'
  | 'imageLayer'
  | 'videoLayer'
  | 'textLayer'
  | 'subtitleLayer'
  /** A solid or gradient block: an image layer whose input is `ik_canvas`. */
  | 'canvasLayer';

/** What rendering costs the account. Source: https://imagekit.io/docs/transformations */
export type CostClass = 'free' | 'extensionUnits' | 'videoUnits';

export interface EnumValue {
  readonly value: string;
  /** One sentence for completion and hover; absent: the phrase says it all. */
  readonly summary?: string;
  /** How the value reads inside a sentence that explains a step, where it does. */
  readonly phrase?: string;
  /**
   * How the whole parameter reads with this value, in place of the parameter's own phrase. For a
   * crop mode `{area}` stands for the size.
   */
  readonly wholePhrase?: string;
  /** What it closes or divides: it means nothing where none is open. */
  readonly closes?: 'layer' | 'conditional';
  /** More parts may follow it behind a `_` or `-`: `blurred` in `blurred_25_N15`. */
  readonly hasParts?: true;
  /** What this value costs, where it costs more than the parameter. */
  readonly cost?: CostClass;
  /** What alone takes this value, where the parameter is for both. */
  readonly only?: 'images' | 'videos';
  /** No source of ImageKit confirms it: never an error, only advice. */
  readonly unconfirmed?: true;
}

/** One form that a value may have; a parameter lists all that it accepts. */
export type ValueKind =
  | { readonly kind: 'integer'; readonly min?: number; readonly max?: number; readonly unit?: Unit }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly unit?: Unit }
  /** Above 0 and below 1: a share of the source's size. */
  | { readonly kind: 'fraction' }
  /** Arithmetic such as `iw_div_2`. */
  | { readonly kind: 'expression' }
  | { readonly kind: 'enum'; readonly values: readonly EnumValue[] }
  /** `RRGGBB`, `RRGGBBOO` with an opacity of 00 to 99 percent, or a CSS colour name. */
  | { readonly kind: 'colour' }
  /** The key alone; a value would be wrong. */
  | { readonly kind: 'flag' }
  | { readonly kind: 'text' }
  /** `<property>_<operator>_<number>`, several joined by `_and_` and `_or_`. */
  | { readonly kind: 'condition' }
  /** A path of the media library with `@@` for `/`. */
  | { readonly kind: 'path' }
  | Composite
  | Pairs
  | List;

/** What each part of a value may be, by the part's name. */
export type ValueParts = Readonly<Record<string, readonly ValueKind[]>>;

/** Several parts in a fixed order: `<width in px>_<colour>`. */
export interface Composite {
  readonly kind: 'composite';
  /** For people: `<width in px>_<colour>`. */
  readonly form: string;
  /** Takes the value apart; every named group is a part. */
  readonly pattern: RegExp;
  /** By the names of the groups; `text` is percent-encoded, `base64` is base64. */
  readonly parts: ValueParts;
  /** How such a value reads; `{name}` stands for the part of that name. */
  readonly phrase?: string;
  /** No source of ImageKit confirms it: never an error, only advice. */
  readonly unconfirmed?: true;
}

/** Parts that have names of their own, in any order: `az-45_el-30`. */
export interface Pairs {
  readonly kind: 'pairs';
  readonly form: string;
  readonly parts: ValueParts;
  /** Said where all parts that it names are given. */
  readonly phrase?: string;
}

/** Parts of one kind with `_` between them: `480_720`. */
export interface List {
  readonly kind: 'list';
  readonly form: string;
  readonly of: readonly ValueKind[];
  /** How many there may be. */
  readonly counts: readonly number[];
}

export type Unit = 'px' | '%' | '°' | 's' | 'DPI';

/** What must stand in the same step so that a parameter does something. */
export interface Needs {
  /** How many of the keys: at least one, exactly one, or every one. */
  readonly how: 'any' | 'one' | 'all';
  readonly of: readonly string[];
}

/** One parameter of the transformation language; everything the editor says about it. */
export interface ParameterDefinition {
  /** As it stands in a URL; an effect's key includes the effect: `e-grayscale`. */
  readonly key: string;
  /** The name that ImageKit's SDKs have for it. */
  readonly name: string;
  /** Names that it had in older SDKs. */
  readonly aliases?: readonly string[];
  /** One sentence: what it does. */
  readonly summary: string;
  readonly values: readonly ValueKind[];
  readonly appliesTo: readonly TargetKind[];
  /** A parameter with a value, as in a URL. */
  readonly example: string;
  /** Page of https://imagekit.io/docs, with anchor where there is one. */
  readonly page: string;
  /** How it reads in a step's explanation; `{value}` stands for the value. Absent where composed. */
  readonly phrase?: string;
  /** How it reads without a value, where it may stand without and `phrase` tells a value. */
  readonly flagPhrase?: string;
  readonly default?: string;
  /** Values worth offering although the parameter takes many others. */
  readonly suggestions?: readonly string[];
  /** Absent: free. */
  readonly cost?: CostClass;
  readonly needs?: Needs;
  /** Keys in the same step beside any of which it does nothing, or which it says again. */
  readonly excludes?: readonly string[];
  /** Does something in a layer of a video alone. */
  readonly isOverVideo?: true;
  /** What the suffix token of the URL begins with, without which it does nothing. */
  readonly suffix?: string;
  /** What else it needs or excludes, as one sentence. */
  readonly note?: string;
  readonly unconfirmed?: true;
  /** What of it no source of ImageKit tells, as one sentence. */
  readonly openQuestion?: string;
}
