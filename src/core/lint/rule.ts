import type { TargetKind, ValueKind } from '../transformation/catalogue/parameterDefinition.ts';
import type { OffsetRange } from '../text/offsetRange.ts';
import type { Conditional, Layer, Parameter } from '../transformation/tree.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import type { Fix, Severity } from './finding.ts';
import type { LintSource, Scope } from './scope.ts';

/** What a rule is called; the sentence about it is `rule.<code>` in package.nls.json. */
export interface RuleInfo {
  /** Stable, never given to another rule. */
  readonly code: string;
  readonly name: string;
  /** `off`: only where a setting asks for it. */
  readonly severity: Severity | 'off';
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

/** A rule made ready to be asked: of one form for all of them, which is quicker than each as it is. */
export interface Question<Node> {
  readonly rule: RuleInfo;
  readonly ask: (node: Node, scope: Scope) => Complaints;
}

/** Where a rule holds. What is absent does not matter. */
export interface RulePlace {
  /** All that the step may be applied to is among these; of a rule about layers: what the layer is. */
  readonly targets?: readonly TargetKind[];
  /** All that the whole asset may be is among these. */
  readonly sources?: readonly TargetKind[];
  readonly inLayer?: boolean;
  /** The whole asset is delivered as a stream, by `/ik-master.m3u8` or `.mpd`. */
  readonly isStream?: boolean;
}

/**
 * What must stand beside a parameter so that a rule may have something to say of it, whatever the
 * values. Absent: anything. It changes no finding, it only saves asking: a rule still looks.
 */
export interface Company {
  /** One of these. */
  readonly beside?: readonly string[];
  /** All of these. */
  readonly besideAll?: readonly string[];
  /** None of these. */
  readonly without?: readonly string[];
  /** Not all of these. */
  readonly withoutAll?: readonly string[];
}

/** Asked about each parameter with one of its keys. */
export interface ParameterRule extends RuleInfo, RulePlace, Company {
  readonly keys: readonly string[];
  /** Has nothing to say of a good whole number, which most values are. */
  readonly skipsNumbers?: true;
  /** Has nothing to say of a plain value; see tree.ts. */
  readonly skipsPlain?: true;
  /** Holds for `i` as a path only, not as the text of a text layer. */
  readonly skipsTexts?: true;
  /** Has nothing to say of a parameter that opens a block. */
  readonly skipsOpeners?: true;
  readonly checkParameter: (parameter: Parameter, scope: Scope) => Complaints;
}

/**
 * Asked about a key that the catalogue does not know. These rules stand in an order, and the first
 * that complains is the only one; no complaints but an empty list keep the others silent.
 */
export interface UnknownKeyRule extends RuleInfo {
  readonly checkUnknownKey: (parameter: Parameter, scope: Scope) => Complaints;
}

/** A value, or a part of one, that its parameter does not take. */
export interface BadValue extends OffsetRange {
  readonly text: string;
  /** The part's name in the catalogue; empty for a whole value. */
  readonly part: string;
  readonly kinds: readonly ValueKind[];
  readonly parameter: Parameter;
}

/** Asked about a bad value; of these rules too the first that complains is the only one. */
export interface ValueRule extends RuleInfo {
  readonly checkValue: (value: BadValue, scope: Scope) => Complaints;
}

/** What a step must have so that a rule may have something to say of it. */
export type StepOccasion = 'always' | 'repeatedKey';

/** Asked once a step of a chain. */
export interface StepRule extends RuleInfo {
  readonly occasion: StepOccasion;
  readonly checkStep: (scope: Scope) => Complaints;
}

export interface LayerRule extends RuleInfo, Pick<RulePlace, 'targets' | 'sources'> {
  /** Has nothing to say of a layer with fewer layers around it. */
  readonly fromDepth?: number;
  /** Has nothing to say of a layer that is closed. */
  readonly skipsClosed?: true;
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

/** Rules by what they are asked about. */
export interface RuleSet {
  /** The first that complains is the only one. */
  readonly unknownKey: readonly UnknownKeyRule[];
  /** The first that complains is the only one. */
  readonly value: readonly ValueRule[];
  readonly parameter: readonly ParameterRule[];
  readonly step: readonly StepRule[];
  readonly layer: readonly LayerRule[];
  readonly conditional: readonly ConditionalRule[];
  readonly url: readonly UrlRule[];
}
