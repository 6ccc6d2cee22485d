import { passwordGuess, passwordWeakness } from '@tenon/domain/identity';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as everywhere from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import type { KnownWords } from './known-words';

/** How well a password stands up to whoever guesses: from what is found at once to what nobody finds. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Past this, more signs make a guess no harder to rule out, and the search for words in them longer. */
const LONGEST_LOOKED_AT = 64;
/** What is refused is never shown as better. */
const BEST_OF_REFUSED = 1;

const zxcvbn = new ZxcvbnFactory({ dictionary: { ...everywhere.dictionary, ...english.dictionary }, graphs: everywhere.adjacencyGraphs, maxLength: LONGEST_LOOKED_AT });
const common = new Set(everywhere.dictionary['passwords-common'].map(String));

/**
 * How hard a password is to guess for somebody who knows these words of its owner. An estimate to choose by, in the browser alone: what is taken, the server decides, by the
 * same rules of the domain. Some hundreds of kilobytes of dictionaries come along, so this file is loaded only once somebody types.
 * @see Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016
 */
export function estimateStrength(password: string, { email, names }: KnownWords): Strength {
  const weakness = passwordWeakness(password, email);
  if (weakness === 'too-long') return BEST_OF_REFUSED;
  const { score } = zxcvbn.check(password, [email, ...names, 'tenon', '榫卯'].filter((word) => word !== ''));
  const isRefused = weakness !== null || passwordGuess(password, { email, companyNames: names, common }) !== null;
  return isRefused && score > BEST_OF_REFUSED ? BEST_OF_REFUSED : score;
}
