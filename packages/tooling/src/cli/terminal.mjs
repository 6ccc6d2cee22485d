// @ts-check
import { formatDuration } from './duration.mjs';

/**
 * One line of progress that becomes its own result.
 * @typedef {object} Step
 * @property {(note: string) => void} note What is going on now.
 * @property {(outcome?: string) => void} done
 * @property {(outcome: string) => void} fail
 *
 * @typedef {object} Terminal
 * @property {(line?: string) => void} say
 * @property {(line: string) => void} warn
 * @property {(name: string) => Step} step
 * @property {boolean} isPainted Whether colours and weights show.
 * @property {(text: string) => string} bold
 * @property {(text: string) => string} dim
 */

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
/** Without a terminal a long step says so this often, for the reader of a log. */
const REMINDER_MS = 15_000;
const NAME_WIDTH = 14;

/**
 * Progress for a person: a moving line on a terminal, plain lines with their time anywhere else.
 * @param {{ out?: NodeJS.WritableStream & { isTTY?: boolean, columns?: number }, env?: Record<string, string | undefined> }} [options]
 * @returns {Terminal}
 */
export function createTerminal({ out = process.stdout, env = {} } = {}) {
  const isLive = Boolean(out.isTTY) && env['TERM'] !== 'dumb' && !env['CI'];
  const isPainted = isLive && !env['NO_COLOR'];
  const paint = painter(isPainted);
  /** @type {(() => void) | null} */
  let redraw = null;
  const write = (/** @type {string} */ text) => void out.write(text);
  const say = (line = '') => {
    write(redraw ? `\r\u001b[K${line}\n` : `${line}\n`);
    redraw?.();
  };
  const board = { write, say, paint, columns: () => out.columns || 100, setRedraw: (/** @type {(() => void) | null} */ next) => (redraw = next) };
  return {
    say,
    warn: (line) => say(`${paint.yellow('!')} ${line}`),
    step: (name) => (isLive ? liveStep(name, board) : plainStep(name, board)),
    isPainted,
    bold: paint.bold,
    dim: paint.dim,
  };
}

/** @typedef {{ write: (text: string) => void, say: (line?: string) => void, paint: ReturnType<typeof painter>, columns: () => number, setRedraw: (next: (() => void) | null) => void }} Board */

/**
 * @param {string} name
 * @param {Board} board
 * @returns {Step}
 */
function liveStep(name, { write, say, paint, columns, setRedraw }) {
  const startedAt = Date.now();
  let frame = 0;
  let note = '';
  const draw = () => {
    const text = `  ${FRAMES[frame % FRAMES.length]} ${name.padEnd(NAME_WIDTH)} ${note}`;
    write(`\r\u001b[K${text.slice(0, Math.max(20, columns() - 12))} ${paint.dim(formatDuration(Date.now() - startedAt))}`);
  };
  const timer = setInterval(() => {
    frame += 1;
    draw();
  }, FRAME_MS);
  timer.unref();
  setRedraw(draw);
  draw();
  const end = (/** @type {string} */ mark, /** @type {string} */ outcome) => {
    clearInterval(timer);
    setRedraw(null);
    write('\r\u001b[K');
    say(`  ${mark} ${name.padEnd(NAME_WIDTH)} ${outcome} ${paint.dim(formatDuration(Date.now() - startedAt))}`);
  };
  return {
    note: (text) => {
      note = text;
      draw();
    },
    done: (outcome = '') => end(paint.green('✓'), outcome),
    fail: (outcome) => end(paint.red('✗'), outcome),
  };
}

/**
 * @param {string} name
 * @param {Board} board
 * @returns {Step}
 */
function plainStep(name, { say }) {
  const startedAt = Date.now();
  let note = '';
  const took = () => formatDuration(Date.now() - startedAt);
  const timer = setInterval(() => say(`  … ${name}: ${note || 'working'} (${took()})`), REMINDER_MS);
  timer.unref();
  const end = (/** @type {string} */ mark, /** @type {string} */ outcome) => {
    clearInterval(timer);
    say(`  ${mark} ${name}: ${outcome || 'done'} (${took()})`);
  };
  return {
    note: (text) => {
      note = text;
    },
    done: (outcome = '') => end('✓', outcome),
    fail: (outcome) => end('✗', outcome),
  };
}

/** @param {boolean} isColoured */
function painter(isColoured) {
  const wrap = (/** @type {string} */ code) => (/** @type {string} */ text) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: wrap('1'), dim: wrap('2'), red: wrap('31'), green: wrap('32'), yellow: wrap('33') };
}
