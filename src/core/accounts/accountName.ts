/**
 * Whether a private key stands where the name of an account belongs. Such a text is shown nowhere,
 * and no account is called so.
 */
export function isPrivateKey(name: string): boolean {
  return /\bprivate_[\w+/=.-]/.test(name);
}
