// @ts-check

/** pino's number for errors; fatal is 60. */
const ERROR_LEVEL = 50;

/**
 * What a line of a child's log says to the person at the console: errors, briefly; nothing else.
 * @param {string} line
 * @returns {string | null}
 */
export function briefError(line) {
  if (!line.startsWith('{')) return null;
  const entry = parse(line);
  if (!entry || !isError(entry['level'])) return null;
  const error = /** @type {{ message?: unknown } | undefined} */ (entry['error'] ?? entry['err']);
  const said = [entry['event'] ?? entry['msg'], error?.message ?? entry['reason']].filter((part) => typeof part === 'string' && part !== '');
  return [...new Set(said)].join(': ') || 'an error without words';
}

/** @param {unknown} level */
function isError(level) {
  return typeof level === 'number' ? level >= ERROR_LEVEL : level === 'error' || level === 'fatal';
}

/**
 * @param {string} line
 * @returns {Record<string, unknown> | null}
 */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const QUIET_MS = 30_000;

/**
 * Lets a text through once in a while, so that one fault in a loop does not flood the console; the log has every line.
 * @param {() => number} [now]
 */
export function createThrottle(now = Date.now) {
  /** @type {Map<string, number>} */
  const lastSaid = new Map();
  return (/** @type {string} */ text) => {
    const last = lastSaid.get(text);
    if (last !== undefined && now() - last < QUIET_MS) return false;
    if (lastSaid.size > 200) lastSaid.clear();
    lastSaid.set(text, now());
    return true;
  };
}
