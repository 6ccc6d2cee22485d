/** How long the way in without single sign-on stays open. */
export const SSO_WAIVER_MS = 3_600_000;
/** For how long a second factor must have been there that was set up after single sign-on was demanded: its owner was told of it, and could object. */
const FACTOR_RESTS_MS = 3 * 86_400_000;

/**
 * Whether an owner's second factor is good enough to pass single sign-on over: it was there when that was demanded, or has been for three days. Whoever
 * only knows an owner's password cannot set one up and come in.
 * @param confirmedAt since when there is one, null without; `demandedAt` since when single sign-on is demanded; `now`: milliseconds since 1970
 */
export function maySsoBeWaived({ confirmedAt, demandedAt, now }: { readonly confirmedAt: number | null; readonly demandedAt: number; readonly now: number }): boolean {
  return confirmedAt !== null && (confirmedAt <= demandedAt || now - confirmedAt >= FACTOR_RESTS_MS);
}
