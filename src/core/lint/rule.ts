import type { TargetKind, ValueKind } from '../transformation/catalogue/parameterDefinition.ts';
import type { OffsetRange } from '../text/offsetRange.ts';
import type { Conditional, Layer, Parameter } from '../transformation/tree.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import type { Fix, Severity } from './finding.ts';
import type { LintSource, Scope } from './scope.ts';

/** What stands in settings and documentation about a rule. */
export interface RuleInfo {
  /** Stable, never given to another rule. */
  readonly code: string;
  readonly name: string;
  /** `off`: only where a setting asks for it. */
  readonly severity: Severity | 'off';
  /** One sentence: what is wrong. */
  readonly summary: string;
}

/** What a rule has to say about one place. */
export interface Complaint {
  /** Absent: the whole node. */
  readonly at?: OffsetRange;
  readonly message: string;
  /** Where this place is less severe than the rule. */
  readonly severity?: Severity;
  readonly fixes?: readonly (Fix | undefined)[];
}

type Complaints = Complaint | readonly Complaint[] | undefined;

/** Asked about each parameter with one of its keys. */
export interface ParameterRule extends RuleInfo {
  readonly keys: readonly string[];
  /** Only where all that the step may be applied to is among these; absent: everywhere. */
  readonly targets?: readonly TargetKind[];
  /** Has nothing to say of a whole number, which most values are. */
  readonly skipsNumbers?: true;
  readonly checkParameter: (parameter: Parameter, scope: Scope) => Complaints;
}

/**
 * Asked about a key that the catalogue does not know. These rules stand in an order, and the first
 * that complains is the only one.
 */
export interface UnknownKeyRule extends RuleInfo {
  readonly checkUnknownKey: (parameter: Parameter, scope: Scope) => Complaint | undefined;
}

/** A value, or a part of one, that its parameter does not take. */
export interface BadValue extends OffsetRange {
  readonly text: string;
  /** The part's name in the catalogue; empty for a whole value. */
  readonly part: string;
  readonly kinds: readonly ValueKind[];
  readonly parameter: Parameter;
}

/** Asked about a bad value; the first of these rules that complains is the only one. */
export interface ValueRule extends RuleInfo {
  readonly checkValue: (value: BadValue, scope: Scope) => Complaint | undefined;
}

/** Asked once a step of a chain. */
export interface StepRule extends RuleInfo {
  readonly checkStep: (scope: Scope) => Complaints;
}

export interface LayerRule extends RuleInfo {
  /** @param scope Of the step that the layer stands in. */
  readonly checkLayer: (layer: Layer, scope: Scope) => Complaints;
}

export interface ConditionalRule extends RuleInfo {
  readonly checkConditional: (conditional: Conditional, scope: Scope) => Complaints;
}

/** Asked about a URL as a whole, with or without transformation. */
export interface UrlRule extends RuleInfo {
  readonly checkUrl: (url: ImageKitUrl, source: LintSource) => Complaints;
}
