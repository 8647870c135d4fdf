/** A value of a custom metadata field. */
type FieldValue = string | number | boolean;

/** What is done to a file's tags and custom metadata. */
export interface TaskEffect {
  readonly add_tags?: readonly string[];
  readonly remove_tags?: readonly string[];
  readonly set_metadata?: readonly {
    readonly field: string;
    readonly value: FieldValue | readonly FieldValue[];
  }[];
  readonly unset_metadata?: readonly { readonly field: string }[];
}

interface SelectTask {
  /** 1 to 2000 characters. */
  readonly instruction: string;
  readonly min_selections?: number;
  readonly max_selections?: number;
}

export type AITask =
  | (SelectTask & {
      readonly type: 'select_tags';
      /** 1 to 30. */
      readonly vocabulary?: readonly string[];
    })
  | (SelectTask & {
      readonly type: 'select_metadata';
      readonly field: string;
      /** 1 to 30. */
      readonly vocabulary?: readonly FieldValue[];
    })
  | {
      readonly type: 'yes_no';
      /** 1 to 2000 characters. */
      readonly instruction: string;
      readonly on_yes?: TaskEffect;
      readonly on_no?: TaskEffect;
      readonly on_unknown?: TaskEffect;
    };

/** How one extension runs, with the wire's own names. */
export type ExtensionConfig =
  | {
      readonly name: 'remove-bg';
      readonly options?: {
        readonly add_shadow?: boolean;
        readonly semitransparency?: boolean;
        readonly bg_color?: string;
        readonly bg_image_url?: string;
      };
    }
  | {
      readonly name: 'google-auto-tagging' | 'aws-auto-tagging';
      /** Whole per cent. */
      readonly minConfidence: number;
      readonly maxTags: number;
    }
  | { readonly name: 'ai-auto-description' }
  | {
      readonly name: 'ai-tasks';
      /** 1 to 10. */
      readonly tasks: readonly AITask[];
    };

/**
 * What runs on a file after it arrived. Each run costs the account extension units.
 * Source: https://imagekit.io/docs/extensions/overview
 */
export type Extension = ExtensionConfig | { readonly name: 'saved-extension'; readonly id: string };
