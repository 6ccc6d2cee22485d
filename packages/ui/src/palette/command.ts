import type { ReactNode } from 'react';

/** Somewhere to go, or something to do. */
export interface Command {
  /** Unique among all that are offered. */
  readonly key: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Beside the label, in a lighter tone. */
  readonly hint?: ReactNode;
  /** Where it leads; without it, `onChoose` of the palette knows what to do. */
  readonly href?: string;
}

/** Commands of one kind, under a heading. */
export interface CommandGroup<C extends Command = Command> {
  readonly key: string;
  readonly label: string;
  readonly commands: readonly C[];
}
