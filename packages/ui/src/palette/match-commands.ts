import type { Command } from './command.js';

/** What a command is found by: its label, and words that stand nowhere on the screen. */
export interface FoundBy {
  readonly keywords?: readonly string[];
}

const BEGINS = 3;
const BEGINS_A_WORD = 2;
const HOLDS = 1;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

function rankIn(text: string, part: string): number {
  const at = text.indexOf(part);
  if (at < 0) return 0;
  if (at === 0) return BEGINS;
  return /[\s\p{P}]/u.test(text[at - 1] ?? '') ? BEGINS_A_WORD : HOLDS;
}

/** The best place of one typed word, 0 where it is nowhere. A keyword never outranks a label. */
function rankOf({ label, keywords = [] }: Pick<Command, 'label'> & FoundBy, part: string): number {
  const inKeywords = keywords.some((keyword) => plain(keyword).includes(part)) ? HOLDS / 2 : 0;
  return Math.max(rankIn(plain(label), part), inKeywords);
}

/**
 * The commands that hold every word that was typed, whatever its case and width; those that begin with one come first, equal ones keep
 * their order. All of them where nothing was typed.
 */
export function matchCommands<C extends Pick<Command, 'label'> & FoundBy>(commands: readonly C[], typed: string): readonly C[] {
  const parts = plain(typed).split(/\s+/).filter(Boolean);
  const ranked = commands.map((command) => ({ command, ranks: parts.map((part) => rankOf(command, part)) }));
  const found = ranked.filter(({ ranks }) => ranks.every((rank) => rank > 0));
  const total = (ranks: readonly number[]): number => ranks.reduce((sum, rank) => sum + rank, 0);
  return found.sort((one, other) => total(other.ranks) - total(one.ranks)).map(({ command }) => command);
}
