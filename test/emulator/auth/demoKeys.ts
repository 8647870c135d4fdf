/** The one account that the emulator knows. */
export const demoKeys = {
  id: 'demo',
  publicKey: 'public_emulator',
  privateKey: 'private_emulator',
} as const;
