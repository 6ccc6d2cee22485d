/** Where a label leads: whoever opens it, signed in or after signing in, takes the machine over. */
export function claimLink(code: string, origin: string): string {
  return `${origin}/claim/${code}`;
}
