// @ts-check
import { formatDuration } from '../cli/duration.mjs';
import { Problem, describeFailure } from '../cli/problem.mjs';
import { sleep } from '../cli/sleep.mjs';
import { createBackoff } from './backoff.mjs';

/**
 * @typedef {object} Running One life of a child.
 * @property {number} pid
 * @property {Promise<string>} exited How it ended.
 * @property {Promise<boolean>} ready true when it answers; false when it ended before.
 * @property {() => Promise<void>} stop Asks it to end, insists after a while.
 * @property {() => void} kill At once.
 * @property {() => readonly string[]} lastWords
 *
 * @typedef {object} Kept A child that is started again whenever it dies.
 * @property {string} name
 * @property {Promise<void>} ready Rejects when it never got to answer.
 * @property {() => boolean} isUp Whether it answered, in its present life.
 * @property {() => Promise<void>} renew Stops it and starts it again: for new code.
 * @property {() => Promise<void>} stop For good.
 * @property {() => void} kill For good, at once.
 *
 * @typedef {object} KeepOptions
 * @property {string} name
 * @property {() => Promise<Running>} launch
 * @property {(line: string) => void} say
 * @property {(pid: number) => void} [onPid] 0 when it is down.
 * @property {number} [falls] How often it may fall before it ever answered.
 */

/**
 * Starts a child and keeps it running.
 * @param {KeepOptions} options
 * @returns {Kept}
 */
export function keepRunning({ name, launch, say, onPid = () => undefined, falls: allowedFalls = 3 }) {
  const life = { isEnding: false, isRenewing: false, hasAnswered: false, isUp: false, falls: 0, current: /** @type {Running | null} */ (null) };
  const ending = new AbortController();
  const first = firstAnswer();
  const backoff = createBackoff();

  const live = async () => {
    const startedAt = Date.now();
    try {
      life.current = await launch();
      onPid(life.current.pid);
      if (life.isEnding) await life.current.stop();
      void life.current.ready.then(greet);
      const how = await life.current.exited;
      return { how, startedAt, failure: new Problem(`${name} does not start (${how}).`, { lines: life.current.lastWords() }) };
    } catch (failure) {
      return { how: describeFailure(failure), startedAt, failure };
    } finally {
      life.current = null;
      life.isUp = false;
      onPid(0);
    }
  };
  const greet = (/** @type {boolean} */ isReady) => {
    if (!isReady) return;
    if (life.hasAnswered && !life.isEnding) say(`${name} is back.`);
    life.hasAnswered = true;
    life.isUp = life.current !== null;
    first.resolve();
  };
  const keep = async () => {
    while (!life.isEnding) {
      const { how, failure, startedAt } = await live();
      if (life.isEnding) return;
      if (life.isRenewing) {
        life.isRenewing = false;
        continue;
      }
      life.falls += 1;
      if (!life.hasAnswered && life.falls >= allowedFalls) return first.reject(failure);
      const delayMs = backoff.afterFall(Date.now() - startedAt);
      say(`${name} stopped (${how}); starting it again in ${formatDuration(delayMs)}.`);
      await sleep(delayMs, ending.signal);
    }
  };
  const kept = keep();
  const end = () => {
    life.isEnding = true;
    ending.abort();
    return life.current;
  };
  return {
    name,
    ready: first.promise,
    isUp: () => life.isUp,
    async renew() {
      life.isRenewing = life.current !== null;
      await life.current?.stop();
    },
    async stop() {
      await end()?.stop();
      await kept;
    },
    kill: () => end()?.kill(),
  };
}

function firstAnswer() {
  /** @type {() => void} */
  let resolve = () => undefined;
  /** @type {(failure: unknown) => void} */
  let reject = () => undefined;
  /** @type {Promise<void>} */
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => undefined); // its reader may come later, or never when the start is broken off
  return { promise, resolve, reject };
}
