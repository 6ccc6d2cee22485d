import { DIVISIONS, LEGAL_FORM, TRADES } from './company-name-parts.js';

/** A company's own name within its name has at least two Chinese signs (企业名称登记管理规定, article 8). */
const SHORTEST = 2;
const HAN_ALONE = /^\p{Script=Han}+$/u;

const longestFirst = (words: readonly string[]): readonly string[] => words.toSorted((a, b) => b.length - a.length);
const [DIVISIONS_LONGEST_FIRST, TRADES_LONGEST_FIRST] = [longestFirst(DIVISIONS), longestFirst(TRADES)];

/** The division that a name begins with, as it is written there; empty where it begins with none that is known. */
function divisionOf(name: string): string {
  const division = DIVISIONS_LONGEST_FIRST.find((each) => name.startsWith(each));
  if (division === undefined) return '';
  const kind = ['省', '市', '自治区'].find((each) => name.startsWith(division + each)) ?? '';
  return division + kind;
}

/** Without the words of a trade that it ends with, as long as a name is left. */
function withoutTrade(name: string): string {
  const trade = TRADES_LONGEST_FIRST.find((each) => name.endsWith(each) && name.length - each.length >= SHORTEST);
  return trade === undefined ? name : withoutTrade(name.slice(0, -trade.length));
}

/** A name's division and what follows it, wherever the name has it: 上海宏达注塑 and 宏达(上海)注塑 are one. */
function parted(name: string): { division: string; rest: string } {
  const [bracket = '', within = ''] = /\(([^()]+)\)/u.exec(name) ?? [];
  if (within !== '' && divisionOf(within) === within) return { division: within, rest: name.replace(bracket, '') };
  const division = divisionOf(name);
  return { division, rest: name.slice(division.length) };
}

/**
 * What a Chinese company is called in short by its name in the register, which has four parts: division, the company's own name (字号), trade and legal form. Of 上海宏达注塑有限公司 it is
 * 宏达注塑, 宏达 and 上海宏达. A part that is not recognised stays with the name, so that nothing counts as the company's own that may not be. A name without a legal form, with another
 * sign than Chinese, or of nothing but a trade, has none.
 * @see 企业名称登记管理规定 (2020), articles 6 and 8
 */
export function shortNames(registered: string): readonly string[] {
  const plain = registered.normalize('NFKC').replaceAll(/[\s·]/gu, '');
  const whole = plain.replace(LEGAL_FORM, '');
  const { division, rest } = parted(whole);
  const own = withoutTrade(rest);
  if (whole === plain || !HAN_ALONE.test(rest) || TRADES.includes(own) || rest.length < SHORTEST) return [];
  return [...new Set([...(division === '' ? [] : [rest]), ...(own === rest ? [] : [own, division + own])])];
}
