import { matchCommands, type CommandGroup } from '@tenon/ui';
import type { Findable } from './found';

/** Kinds of commands in the order of the list, each with its heading. */
export interface FoundKind {
  readonly key: string;
  readonly label: string;
  readonly commands: readonly Findable[];
}

/** Of each kind what fits; a kind of which nothing does is left out. */
export function fittingGroups(kinds: readonly FoundKind[], typed: string): CommandGroup<Findable>[] {
  return kinds.map(({ key, label, commands }) => ({ key, label, commands: matchCommands(commands, typed) })).filter(({ commands }) => commands.length > 0);
}
