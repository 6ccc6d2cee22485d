import type { InstantRange } from '@tenon/ui';
import type { ChosenRange } from '../../frame/use-range';
import type { LiveValues } from './use-live-values';

/** Over which time a machine's states are shown, and how they go on. */
export interface StatesShown {
  readonly live: LiveValues;
  readonly range: ChosenRange;
  /** The stretch of time that is seen. */
  readonly view: InstantRange;
  readonly timeZone: string;
}
