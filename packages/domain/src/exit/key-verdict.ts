/** What became of a key of the platform's. */
export interface KeyLife {
  /** Since when nothing more is signed with it. */
  readonly retiredAt: Date | null;
  /** Since when somebody else may have signed with it. */
  readonly compromisedAt: Date | null;
}

/**
 * - `good`: the key was the platform's alone when this was signed, by all that is known.
 * - `doubtful`: it says to be older than the moment in which the key was compromised. Whoever has the key can write any time, so that only
 *   somebody who had it before that moment knows.
 * - `retired`: it says to be signed when the key no longer signed.
 * - `compromised`: it says to be signed when somebody else may have had the key.
 */
export type KeyVerdict = 'good' | 'doubtful' | 'retired' | 'compromised';

/**
 * Whether what a key signed is to be believed.
 * @param signedAt by its own account; a time that is none is later than any
 */
export function keyVerdict(signedAt: Date, { retiredAt, compromisedAt }: KeyLife): KeyVerdict {
  if (compromisedAt && !(signedAt < compromisedAt)) return 'compromised';
  if (retiredAt && !(signedAt <= retiredAt)) return 'retired';
  return compromisedAt ? 'doubtful' : 'good';
}
