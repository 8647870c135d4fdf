/** Colours that are worth offering again, as they are written. */
export interface UsedColours {
  /** What was picked last with the account in force. */
  readonly ofAccount: readonly string[];
  /** What the document has elsewhere. */
  readonly ofDocument: readonly string[];
}

export const noColours: UsedColours = { ofAccount: [], ofDocument: [] };
