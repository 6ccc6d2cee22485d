// @ts-check
import { csvRecords } from './csv-records.mjs';
import { createFaultList } from './fault-list.mjs';
import { progressLine, rowCount } from './progress.mjs';
import { prepare } from './batches.mjs';
import { readings } from './readings.mjs';
import { faultLine, fileLines } from './summary.mjs';
import { createTally } from './tally.mjs';

const NOTE_EVERY_ROWS = 5_000;

/**
 * Reads the whole file and says what it holds and what is wrong with it; sends nothing.
 * @param {import('./replay.mjs').ReplayContext} context
 * @returns {Promise<boolean>} whether every row can be read
 */
export async function dryRun({ options, fileBytes, terminal, signal }) {
  const { file, rules, delimiter } = options;
  const step = terminal.step('Reading');
  const faults = createFaultList(terminal.say);
  const tally = createTally();
  const startedAt = Date.now();
  let rows = 0;
  let sample = '';
  for await (const reading of readings(csvRecords(file, { delimiter }), rules)) {
    if (signal.aborted) {
      step.fail('interrupted');
      return false;
    }
    rows = reading.row;
    if ('fault' in reading) faults.unreadable(reading);
    else {
      tally.add(reading);
      sample ||= prepare(reading).json;
    }
    if (rows % NOTE_EVERY_ROWS === 0) step.note(progressLine({ rows, startRows: 0, bytes: reading.endByte, startBytes: 0, totalBytes: fileBytes, elapsedMs: Date.now() - startedAt }));
  }
  step.done(rowCount(rows));
  fileLines(tally, rules.stamps.timeZone).forEach(terminal.say);
  if (sample) terminal.say(`The first reading: ${sample}`);
  const fault = faultLine(faults.counts());
  terminal.say(fault ?? 'Every row can be read. Nothing was sent.');
  return fault === null;
}
