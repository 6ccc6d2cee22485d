import { DAY_MS, MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import type { TableFileLimits } from '@tenon/tables';

/** How a file is read, whatever it holds: 2 GB of numbers packed well unpack to about 30. */
export const FILE_LIMITS: TableFileLimits = { maxUnpackedBytes: 64 * 2 ** 30, maxColumns: 2_000, maxRowLength: 256 * 1024 };
/** Rows that are shown of a file before it is read. */
export const LOOK_ROWS = 30;
/** Readings that are held before they are stored as pieces. */
export const HELD_POINTS = 300_000;
/** How long reading goes on before what was read is stored, for who watches and for who has to read it again. */
export const STORE_EVERY_MS = 3 * SECOND_MS;
/** Readings of one transaction that compares, writes or takes back: under a second. */
export const STEP_POINTS = 250_000;
/** Points that stand on the days of one such transaction, which are opened for it: a machine of many metrics has more in a day. */
export const STANDING_POINTS = 1_000_000;
/** How long a job goes on before others have their turn. */
export const SLICE_MS = MINUTE_MS;
/** Of the time that writing took, how much is left to others behind it. */
export const REST_SHARE = 0.3;
/** How long an import can be taken back. */
export const UNDOABLE_MS = 30 * DAY_MS;
/** How long a file waits for somebody to go on with it. */
export const WAITS_MS = 7 * DAY_MS;
/** Metrics of one machine, as the gateway has it; and how far ahead a time may lie, and how far back. */
export const MOST_METRICS = 1_024;
export const MOST_AHEAD_MS = 10 * MINUTE_MS;
export const OLDEST_MS = Date.UTC(2000, 0, 1);
/** The longest text that is a reading. */
export const MOST_TEXT = 4_096;
