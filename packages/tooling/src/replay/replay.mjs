// @ts-check
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createBatcher, prepare } from './batches.mjs';
import { openBookmark } from './bookmark.mjs';
import { csvRecords } from './csv-records.mjs';
import { createFaultList } from './fault-list.mjs';
import { createKeeper } from './keeper.mjs';
import { count, rowCount } from './progress.mjs';
import { connectPublisher } from './publisher.mjs';
import { readings } from './readings.mjs';
import { createSender } from './sender.mjs';
import { faultLine, fileLines } from './summary.mjs';
import { createTally } from './tally.mjs';
import { targetOf } from './target.mjs';
import { createWatermark } from './watermark.mjs';

/**
 * @typedef {object} ReplayContext
 * @property {import('./arguments.mjs').ReplayOptions} options
 * @property {number} fileBytes
 * @property {string} dataDir
 * @property {import('../cli/terminal.mjs').Terminal} terminal
 * @property {AbortSignal} signal Aborted when the person had enough.
 */

/** What the gateway takes in one message. */
const MOST_VALUES = 10_000;
const START = { rows: 0, bytes: 0 };

/**
 * Sends a file's rows as fast as they are acknowledged.
 * @param {ReplayContext} context
 * @returns {Promise<boolean>} whether every row was stored
 */
export async function replay(context) {
  const { options, fileBytes, dataDir, terminal, signal } = context;
  const { file, token, rules, protocol } = options;
  const bookmark = openBookmark({ folder: path.join(dataDir, 'replay'), file, token, rules });
  const start = startOf(context, bookmark.read());
  const target = targetOf(options, dataDir);
  const publisher = await connectPublisher({ ...target, token, protocol }, { onAway: terminal.warn, onBack: () => terminal.say('Connected again.') });
  const step = terminal.step('Replay');
  const watermark = createWatermark(start);
  const keeper = createKeeper({ bookmark, watermark, start, totalBytes: fileBytes, note: step.note, warn: terminal.warn });
  const faults = createFaultList(terminal.say);
  const tally = createTally();
  try {
    await sendAll({ ...context, publisher, watermark, start, faults, tally });
    const { rows } = watermark.position();
    if (signal.aborted) step.fail(`interrupted after ${rowCount(rows)}; --resume goes on from there`);
    else step.done(`${rowCount(rows - start.rows - faults.counts().refused)} to ${target.host}:${target.port}${keeper.rate()}`);
  } catch (failure) {
    step.fail(`stopped after ${rowCount(watermark.position().rows)}; --resume goes on from there`);
    throw failure;
  } finally {
    await keeper.close();
    await publisher.close();
  }
  return signal.aborted ? false : conclude(context, { bookmark, faults, tally });
}

/**
 * @param {ReplayContext} context
 * @param {import('./watermark.mjs').Position | null} known
 */
function startOf({ options, terminal }, known) {
  if (options.isResume) terminal.say(known ? `Going on after row ${count(known.rows)}.` : 'Nothing to resume; starting at the first row.');
  else if (known) terminal.say(`An earlier replay came as far as row ${count(known.rows)}; with --resume this one would go on from there. Starting at the first row.`);
  return options.isResume && known ? known : START;
}

/**
 * @param {ReplayContext & {
 *   publisher: import('./publisher.mjs').Publisher,
 *   watermark: ReturnType<typeof createWatermark>,
 *   start: import('./watermark.mjs').Position,
 *   faults: ReturnType<typeof createFaultList>,
 *   tally: ReturnType<typeof createTally>,
 * }} work
 */
async function sendAll({ options, signal, publisher, watermark, start, faults, tally }) {
  const { file, rules, delimiter, batchRows } = options;
  const sender = createSender({
    publish: publisher.publish,
    window: Math.min(options.window, publisher.maxUnanswered),
    onStored: () => undefined,
    onRefused: faults.refused,
    pause,
  });
  const batcher = createBatcher({ maxRows: batchRows, maxValues: MOST_VALUES, maxBytes: publisher.maxBytes });
  const send = async (/** @type {readonly import('./batches.mjs').PreparedReading[] | null} */ batch) => {
    const last = batch?.at(-1);
    if (batch && last) await sender.send(batch, watermark.open({ rows: last.row, bytes: last.endByte }));
  };
  for await (const reading of readings(csvRecords(file, { delimiter }), rules)) {
    if (signal.aborted) break;
    if ('fault' in reading) faults.unreadable(reading);
    else {
      tally.add(reading);
      if (reading.row > start.rows) await send(batcher.add(prepare(reading)));
    }
  }
  if (!signal.aborted) await send(batcher.end());
  await sender.drained();
}

/**
 * @param {ReplayContext} context
 * @param {{ bookmark: ReturnType<typeof openBookmark>, faults: ReturnType<typeof createFaultList>, tally: ReturnType<typeof createTally> }} outcome
 */
async function conclude({ options, terminal }, { bookmark, faults, tally }) {
  await bookmark.remove();
  fileLines(tally, options.rules.stamps.timeZone).forEach(terminal.say);
  if (options.protocol === 4) terminal.say("MQTT 3.1.1 cannot say that a message was refused: look at the machine's refused messages, or use --protocol 5.");
  const fault = faultLine(faults.counts());
  terminal.say(fault ?? 'Every row was acknowledged, which the gateway does once it is committed.');
  return fault === null;
}
