/** What stands in many names of companies and tells none from another. */
const LEGAL_FORMS = /股份有限公司|有限责任公司|有限公司|集团|\b(company|co|ltd|limited|inc|corp|corporation|group|gmbh)\b/gu;
/** Below this, names are alike by chance. */
const SHORTEST = 3;
/** From here on one letter may differ. */
const LONG = 5;

/** A name without its legal form, blanks, marks and capital letters. */
export function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(LEGAL_FORMS, '').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether at most one letter of the one was changed, added or left out in the other. */
function differByOne(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1) return false;
  const at = long.findIndex((letter, index) => letter !== short[index]);
  if (at < 0) return true;
  const rest = (letters: readonly string[], from: number): string => letters.slice(from).join('');
  return rest(long, at + 1) === rest(short, long.length === short.length ? at + 1 : at);
}

/** Whether two companies may be taken for each other by their names: the same but for the legal form, or, of longer names, for one letter. */
export function areAlike(a: string, b: string): boolean {
  const [one, other] = [plainName(a), plainName(b)];
  const shorter = Math.min([...one].length, [...other].length);
  if (shorter < SHORTEST) return false;
  return one === other || (shorter >= LONG && differByOne(one, other));
}
