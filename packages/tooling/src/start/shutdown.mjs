// @ts-check

/**
 * @typedef {object} Stopper Something that must be stopped before we go.
 * @property {string} name
 * @property {() => Promise<void>} stop
 * @property {() => void} kill
 *
 * @typedef {object} Shutdown
 * @property {AbortSignal} signal Aborted as soon as the end began: long steps listen to it.
 * @property {(stopper: Stopper) => void} add The last added is stopped first.
 * @property {(reason: string) => void} begin
 * @property {() => Promise<void>} run Stops everything; a second call waits for the first.
 * @property {Promise<void>} begun
 */

/** npm hands on the Ctrl-C that the terminal gave us already; only a later one is the person's impatience. */
const ECHO_MS = 1_000;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * The way out: on Ctrl-C or its like, in order; on a second one, at once.
 * @param {{ say: (line: string) => void, onBegin?: () => void, exit?: (code: number) => void, now?: () => number }} options
 * @returns {Shutdown}
 */
export function createShutdown({ say, onBegin = () => undefined, exit = (code) => process.exit(code), now = Date.now }) {
  /** @type {Stopper[]} */
  const stoppers = [];
  const aborting = new AbortController();
  /** @type {() => void} */
  let announce = () => undefined;
  /** @type {Promise<void>} */
  const begun = new Promise((resolve) => (announce = resolve));
  /** @type {Promise<void> | null} */
  let running = null;
  let firstAt = 0;

  const begin = (/** @type {string} */ reason) => {
    if (firstAt > 0) return;
    firstAt = now();
    if (stoppers.length > 0) say(`Stopping (${reason}) …`);
    onBegin();
    aborting.abort(new Error('stopping'));
    announce();
  };
  const force = () => {
    say('Stopping at once.');
    stoppers.forEach((stopper) => stopper.kill());
    exit(1);
  };
  const onSignal = (/** @type {NodeJS.Signals} */ signal) => {
    if (firstAt === 0) begin(signal === 'SIGINT' ? 'Ctrl-C; again to force' : signal);
    else if (signal === 'SIGINT' && now() - firstAt > ECHO_MS) force();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const stopAll = async () => {
    for (let stopper = stoppers.at(-1); stopper; stopper = stoppers.at(-1)) {
      const { name, stop } = stopper;
      await stop().catch((failure) => say(`${name} did not stop well: ${failure instanceof Error ? failure.message : failure}`));
      stoppers.pop();
    }
  };
  return {
    signal: aborting.signal,
    begun,
    begin,
    add: (stopper) => void stoppers.push(stopper),
    run: () => (running ??= stopAll()),
  };
}
