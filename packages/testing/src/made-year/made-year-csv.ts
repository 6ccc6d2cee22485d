import { daysOfYear } from './made-calendar.js';
import { dayIntensity, madeReading, NO_READING } from './made-load.js';
import { madeRow } from './made-row.js';
import { seededRandom } from './seeded-random.js';

/** Which year to make, and which of its many versions. */
export interface MadeYear {
  readonly year: number;
  /** Any whole number; another seed makes another year. */
  readonly seed: number;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
const HEADER =
  'date,Usage_kWh,Lagging_Current_Reactive_Power_kVarh,Leading_Current_Reactive_Power_kVarh,CO2(tCO2),Lagging_Current_Power_Factor,Leading_Current_Power_Factor,NSM,WeekStatus,Day_of_week,Load_Type';

/** Once a year, in the last quarter-hour of 7 November, the power is cut and the meter says 0 to everything. */
const POWER_CUT = { date: '07/11', quarter: 95 };

/**
 * A made year of a small steel plant, 96 rows a day: nothing in it was measured. It has the columns, number format and oddities of UCI data
 * set 851, Steel Industry Energy Consumption (Sathishkumar et al. 2021): a byte order mark, CRLF, stamps `dd/mm/yyyy HH:MM` at the end of the
 * quarter-hour, and each day's 24:00 last, written `00:00` with that day's own date.
 * @returns lines with their line ends, the header first; joined they are the file
 */
export function* madeYearCsv({ year, seed }: MadeYear): Generator<string, void, undefined> {
  yield BYTE_ORDER_MARK + HEADER + LINE_END;
  const random = seededRandom(seed);
  for (const day of daysOfYear(year)) {
    const intensity = dayIntensity(day, random);
    for (let quarter = 0; quarter < 96; quarter++) {
      const reading = madeReading(day, intensity, quarter, random);
      const isCut = day.stamp.startsWith(POWER_CUT.date) && quarter === POWER_CUT.quarter;
      yield madeRow(day, quarter, isCut ? NO_READING : reading) + LINE_END;
    }
  }
}
