/** The one account that the emulator knows. */
export const demoKeys = {
  id: 'demo',
  publicKey: 'public_emulator',
  privateKey: 'private_emulator',
  /** A restricted key: it may read everything and change nothing. */
  readOnlyKey: 'private_emulator_readonly',
} as const;
