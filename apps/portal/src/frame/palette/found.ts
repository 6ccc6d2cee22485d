import type { Command, FoundBy } from '@tenon/ui';

/** A command with what it is found by, and what it does where it leads nowhere. */
export interface Findable extends Command, FoundBy {
  readonly act?: () => void;
}
