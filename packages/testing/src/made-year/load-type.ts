import type { MadeDay } from './made-calendar.js';

/** Load types of a time-of-use contract, as the file names them. */
export type LoadType = 'Light_Load' | 'Medium_Load' | 'Maximum_Load';

/** Hours of the highest load type on working days: from November to February also in the evening, else all afternoon. */
const MAXIMUM_HOURS_WINTER: ReadonlySet<number> = new Set([10, 11, 17, 18, 19, 22]);
const MAXIMUM_HOURS: ReadonlySet<number> = new Set([10, 11, 13, 14, 15, 16]);

/** The load type of the hour in which a quarter-hour lies. */
export function loadType({ weekday, isHoliday, month }: MadeDay, hour: number): LoadType {
  if (weekday === 'Sunday' || isHoliday || hour < 9 || hour >= 23) return 'Light_Load';
  const maximumHours = month <= 2 || month >= 11 ? MAXIMUM_HOURS_WINTER : MAXIMUM_HOURS;
  return maximumHours.has(hour) ? 'Maximum_Load' : 'Medium_Load';
}
