import { LEGAL_FORM } from './company-name-parts.js';
import { shortNames } from './short-names.js';

/** What a guesser would have to know, or only try, to find a password. */
export type PasswordGuess = 'common' | 'contains-email' | 'contains-company' | 'contains-product';

export interface GuessersKnow {
  readonly email: string;
  readonly companyNames: readonly string[];
  /** The most used passwords, in small letters. */
  readonly common: ReadonlySet<string>;
}

/** How many signs of a password must be left once a word is taken out that a guesser knows: a year and a mark are not enough, another passphrase is. */
const FEWEST_LEFT = 8;
/** Shorter words are in too many others: of letters, and of Chinese, which says more with each sign. */
const [SHORTEST_WORD, SHORTEST_HAN] = [4, 2];
/** Shorter words of the list make a password common only by themselves. */
const SHORTEST_CORE = 5;
const PRODUCT = ['tenon', '榫卯', 'sunmao'];
/** What lists of passwords from elsewhere leave out, and people here use most: 我爱你一生一世, 我爱你, 我是你爸爸, by sound or on a telephone's keys. */
const HERE = new Set(['woaini', 'woaini1314', '5201314', '1314520', '5201314520', '5211314', '1314521', '7758521', '7758258', '147258369', '123456aa', 'woshinibaba', 'wobuzhidao', 'zhongguo', 'mima', 'mima1234', 'admin123456', 'qazwsxedc', 'a123456789', 'asd123456789']);
/** What stands in for a letter. */
const STAND_INS: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '0': 'o', '1': 'i', '!': 'i', $: 's', '5': 's', '7': 't' };

/** Full width and half width, large and small letters are one. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
const withLetters = (text: string): string => [...text].map((sign) => STAND_INS[sign] ?? sign).join('');
/** Without what is put around a word so that rules are satisfied. */
const withoutEdges = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
/** The half of what is the same twice. */
const halved = (text: string): string => (text.slice(0, text.length / 2) === text.slice(text.length / 2) ? text.slice(0, text.length / 2) : text);

function isCommon(plain: string, common: ReadonlySet<string>): boolean {
  const isListed = (text: string): boolean => common.has(text) || HERE.has(text);
  const whole = [plain, plain.replaceAll(/\s/g, ''), halved(plain), withLetters(plain)];
  if (whole.some(isListed)) return true;
  const core = withoutEdges(plain);
  const cores = [core, withoutEdges(halved(plain)), withLetters(core), withoutEdges(withLetters(plain))];
  return cores.some((each) => each.length >= SHORTEST_CORE && plain.length - each.length < FEWEST_LEFT && isListed(each));
}

/** The words of a name that are long enough to be known by, and all of it in one. */
function wordsOf(name: string): readonly string[] {
  const plain = folded(name);
  const parts = [...plain.split(/[^\p{L}\p{N}]+/u), plain.replaceAll(/[^\p{L}\p{N}]+/gu, ''), plain.replace(LEGAL_FORM, '')];
  return parts.filter((part) => part.length >= (/\p{Script=Han}/u.test(part) ? SHORTEST_HAN : SHORTEST_WORD));
}

const lengthOf = (text: string): number => text.length;
/** A Chinese sign says as much as two letters: a name of two of them stands in many a sentence that nobody guesses. */
const weightOf = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu) ?? []).length;

/** Whether little is left of a password once these words are taken out. */
function isMadeOf(plain: string, words: readonly string[], measure = lengthOf): boolean {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return [plain, withLetters(plain)].some((text) => {
    const left = longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), text);
    return left !== text && measure(left) < FEWEST_LEFT;
  });
}

/** Whether little is left once the company's names are taken out, those in short too. */
function isMadeOfCompany(plain: string, names: readonly string[]): boolean {
  const words = names.flatMap(wordsOf);
  const short = names.flatMap(shortNames);
  return isMadeOf(plain, words) || (short.length > 0 && isMadeOf(plain, [...words, ...short], weightOf));
}

/**
 * Why somebody who tries what is used most, and knows who this is, would find the password soon; null where they would not. Case, stand-ins for letters, and what
 * is put before and after a word make no difference.
 * @see NIST SP 800-63B-4, 3.1.1.2: a blocklist of common values, context-specific words among them
 */
export function passwordGuess(password: string, { email, companyNames, common }: GuessersKnow): PasswordGuess | null {
  const plain = folded(password);
  if (isCommon(plain, common)) return 'common';
  if (isMadeOf(plain, wordsOf(email))) return 'contains-email';
  if (isMadeOfCompany(plain, companyNames)) return 'contains-company';
  return isMadeOf(plain, PRODUCT) ? 'contains-product' : null;
}
