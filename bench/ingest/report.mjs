// @ts-check
/** @typedef {import('./run-load.mjs').LoadResult} LoadResult */
/** @typedef {import('./run-load.mjs').Figures} Figures */
/** @typedef {LoadResult & { stored: number, bytesPerMessage: number, rowsPerBatch: number }} StoredResult */

const PEER = 'mosquitto, which stores nothing';

/** @param {string} name @param {string} value */
const line = (name, value) => `${name.padEnd(26)}${value}\n`;

/**
 * Processor time a message, without the load's own.
 * @param {Figures} result
 */
const processorUs = ({ cpuUsPerMessage }) => Object.entries(cpuUsPerMessage).reduce((sum, [part, us]) => sum + (part === 'load' ? 0 : us), 0);

/**
 * @param {LoadResult | null | undefined} tenon
 * @param {LoadResult | null | undefined} mosquitto
 * @returns {{ rate: number, processor: number } | null} Ours to the peer's; null where one of them was not measured.
 */
export function ratiosOf(tenon, mosquitto) {
  return tenon && mosquitto ? { rate: tenon.perSecond / mosquitto.perSecond, processor: processorUs(tenon) / processorUs(mosquitto) } : null;
}

const rate = (/** @type {Figures} */ { perSecond }) => `${Math.round(perSecond).toLocaleString('en')} /s`;
const waits = (/** @type {Figures} */ { p50Ms, p99Ms }) => `p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`;
const processor = (/** @type {Figures} */ figures) => `${processorUs(figures).toFixed(1)} µs (${Object.entries(figures.cpuUsPerMessage).map(([part, us]) => `${part} ${us.toFixed(1)}`).join(', ')})`;

/** One line a figure: what it is, and how it is said of one of the two. */
const FIGURES = /** @type {const} */ ([
  ['messages acknowledged', rate],
  ['acknowledged after', waits],
  ['processor a message', processor],
  ['at half that rate', (/** @type {LoadResult} */ { half }) => `${rate(half)}: ${waits(half)}; ${processor(half)}`],
  ['most memory held', (/** @type {LoadResult} */ { peakMb }) => Object.entries(peakMb).map(([part, mb]) => `${part} ${mb.toFixed(0)} MB`).join(', ')],
]);

/**
 * One line a figure, the peer's beside ours.
 * @param {{ load: import('./run-load.mjs').LoadOptions, tenon: StoredResult | undefined, mosquitto: LoadResult | null | undefined }} results
 */
export function report({ load, tenon, mosquitto }) {
  const ratios = ratiosOf(tenon, mosquitto);
  /** @type {Record<string, string>} */
  const beside = ratios ? { 'messages acknowledged': `; ${ratios.rate.toFixed(2)} ×`, 'processor a message': `; ${ratios.processor.toFixed(2)} ×` } : {};
  let text = line('load', `${load.connections} connections, ${load.window} in flight each, QoS 1, 4 numbers a message, ${load.seconds} s`);
  for (const [name, said] of FIGURES) {
    const both = [tenon && `tenon ${said(tenon)}`, mosquitto && `${PEER} ${said(mosquitto)}`, mosquitto === null && 'mosquitto is not installed'];
    text += line(name, `${both.filter(Boolean).join('; ')}${beside[name] ?? ''}`);
  }
  if (!tenon) return text;
  text += line('acknowledged and stored', `${tenon.acknowledged.toLocaleString('en')} and ${tenon.stored.toLocaleString('en')}`);
  text += line('rows a transaction', tenon.rowsPerBatch.toFixed(0));
  return text + line('bytes a message', `${tenon.bytesPerMessage.toFixed(0)}, index too`);
}
