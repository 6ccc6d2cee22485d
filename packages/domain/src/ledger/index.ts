/** The gap ledger: what was expected of a machine, what came, what is absent, and why. */
export { accountOf, completenessOf, type Account, type Counted } from './account.js';
export { type Cadence, FEWEST_SPACINGS, isOtherCadence, learntCadence, READINGS_TO_LEARN } from './cadence.js';
export { GAP_CAUSES, type GapCause, type GapPiece, isCounted, piecesOf, type Surroundings, UNKNOWN_MS } from './causes.js';
export { type ClockError, clockErrorOf } from './clock.js';
export { absentWithin, type Gap, gapsBetween, isGapOf } from './gaps.js';
export { QUARTER_MS, QUARTERS_A_DAY, sumWithin } from './quarter.js';
export { type ArrivedStamps, type Readings, readingsOf } from './readings.js';
export { cellOf, cellsOf, LATE_MS, type Tally, tallyOf, zeros } from './tally.js';
