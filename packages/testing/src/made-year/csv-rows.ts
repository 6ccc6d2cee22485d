/** A quarter-hour as a row of the file states it. */
export interface CsvRow {
  readonly year: number;
  /** 1…12, of the day the quarter-hour lies in. */
  readonly month: number;
  readonly day: number;
  /** When the quarter-hour ends, 15…1440 minutes after that day's midnight. */
  readonly endMinute: number;
  /** In hundredths of a kWh, whole. */
  readonly usageHundredths: number;
}

const ROW = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d),(\d+)(?:\.(\d{1,2}))?,/;
const HEADER = /^\uFEFF?date,Usage_kWh,/;

function csvRow(line: string): CsvRow {
  const match = ROW.exec(line);
  if (match === null) throw new Error(`Not a row of the file: ${line}`);
  const [, day, month, year, hour, minute, whole, decimals = ''] = match;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    // 00:00 is the end of the day whose date it bears, not its beginning.
    endMinute: Number(hour) * 60 + Number(minute) || 1440,
    usageHundredths: Number(whole) * 100 + Number(decimals.padEnd(2, '0')),
  };
}

/**
 * Reads the rows of a made or measured year.
 * @param lines with or without line ends, the header first; empty lines are passed over
 * @throws Error on a header or row of another form
 */
export function* csvRows(lines: Iterable<string>): Generator<CsvRow, void, undefined> {
  let isHeader = true;
  for (const line of lines) {
    if (isHeader) {
      if (!HEADER.test(line)) throw new Error(`Not the header of the file: ${line}`);
      isHeader = false;
    } else if (line.trim() !== '') yield csvRow(line);
  }
}
