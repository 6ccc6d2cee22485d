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
 * @property {(durationMs: number, signal: AbortSignal) => Promise<void>} [wait] Waits out the backoff; an abort ends the wait.
 */

/** One that is kept: its lives, one after the other, and how they end. */
class Keeper {
  #options;
  /** @type {Running | null} */
  #current = null;
  #isEnding = false;
  #isRenewing = false;
  #hasAnswered = false;
  #falls = 0;
  #ending = new AbortController();
  #backoff = createBackoff();
  isUp = false;
  first = firstAnswer();

  /** @param {Required<KeepOptions>} options */
  constructor(options) {
    this.#options = options;
  }

  /** Life after life, until it is ended or never answered. */
  async keep() {
    while (!this.#isEnding) {
      const { how, failure, startedAt } = await this.#live();
      if (this.#isEnding) return;
      if (this.#isRenewing) this.#isRenewing = false;
      else if (!(await this.#mayRise(how, failure, startedAt))) return;
    }
  }

  /** For good. @returns {Running | null} the life that is now to be ended */
  end() {
    this.#isEnding = true;
    this.#ending.abort();
    return this.#current;
  }

  async renew() {
    this.#isRenewing = this.#current !== null;
    await this.#current?.stop();
  }

  async #live() {
    const { name, launch, onPid } = this.#options;
    const startedAt = Date.now();
    try {
      const life = await launch();
      this.#current = life;
      onPid(life.pid);
      if (this.#isEnding) await life.stop();
      void life.ready.then((isReady) => this.#greet(isReady));
      const how = await life.exited;
      return { how, startedAt, failure: new Problem(`${name} does not start (${how}).`, { lines: life.lastWords() }) };
    } catch (failure) {
      return { how: describeFailure(failure), startedAt, failure };
    } finally {
      this.#current = null;
      this.isUp = false;
      onPid(0);
    }
  }

  /** @param {boolean} isReady */
  #greet(isReady) {
    if (!isReady) return;
    if (this.#hasAnswered && !this.#isEnding) this.#options.say(`${this.#options.name} is back.`);
    this.#hasAnswered = true;
    this.isUp = this.#current !== null;
    this.first.resolve();
  }

  /**
   * Waits out the backoff; false when it fell too often before it ever answered.
   * @param {string} how
   * @param {unknown} failure
   * @param {number} startedAt
   */
  async #mayRise(how, failure, startedAt) {
    const { name, say, wait, falls } = this.#options;
    this.#falls += 1;
    if (!this.#hasAnswered && this.#falls >= falls) {
      this.first.reject(failure);
      return false;
    }
    const delayMs = this.#backoff.afterFall(Date.now() - startedAt);
    say(`${name} stopped (${how}); starting it again in ${formatDuration(delayMs)}.`);
    await wait(delayMs, this.#ending.signal);
    return true;
  }
}

/**
 * Starts a child and keeps it running.
 * @param {KeepOptions} options
 * @returns {Kept}
 */
export function keepRunning({ onPid = () => undefined, falls = 3, wait = sleep, ...rest }) {
  const keeper = new Keeper({ onPid, falls, wait, ...rest });
  const kept = keeper.keep();
  return {
    name: rest.name,
    ready: keeper.first.promise,
    isUp: () => keeper.isUp,
    renew: () => keeper.renew(),
    async stop() {
      await keeper.end()?.stop();
      await kept;
    },
    kill: () => keeper.end()?.kill(),
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
