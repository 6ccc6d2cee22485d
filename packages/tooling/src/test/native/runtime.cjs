// @ts-check
'use strict';
const asyncHooks = require('node:async_hooks');
const { fileURLToPath, pathToFileURL } = require('node:url');

/** Where jest-circus keeps who listens to it, and `jest.setTimeout` its limit: in one worker a file would find those of the file before. */
const OF_ONE_FILE = [Symbol.for('EVENT_HANDLERS'), Symbol.for('TEST_TIMEOUT_SYMBOL')];
const [, TIMEOUT] = OF_ONE_FILE;
const globals = /** @type {Record<symbol, unknown>} */ (globalThis);

const here = (/** @type {string} */ file) => pathToFileURL(`${__dirname}/${file}`).href;

/** Where the source map of a module is, by its file or, as Node.js names modules, by its URL; holds what was asked for. */
class SourceMaps extends Map {
  /** @param {(file: string) => string | undefined} find */
  constructor(find) {
    super();
    this.find = find;
  }

  /** @param {string} source */
  get(source) {
    const map = super.get(source) ?? this.find(source.startsWith('file:') ? fileURLToPath(source) : source);
    if (map) this.set(source, map);
    return map;
  }
}

/** @type {asyncHooks.AsyncLocalStorage<unknown>[]} */
let storages = [];

/**
 * Switches off what the jest-circus of the file before used to follow its tests: Node.js asks every storage that is on at every promise,
 * and after thirty files that was an eighth of the work.
 * @template T
 * @param {() => T} load
 * @returns {T}
 */
function withStoragesOfOneFile(load) {
  for (const storage of storages) storage.disable();
  storages = [];
  const { AsyncLocalStorage } = asyncHooks;
  /** @extends {AsyncLocalStorage<unknown>} */
  class StorageOfOneFile extends AsyncLocalStorage {
    constructor() {
      super();
      storages.push(this);
    }
  }
  Object.assign(asyncHooks, { AsyncLocalStorage: StorageOfOneFile });
  try {
    return load();
  } finally {
    Object.assign(asyncHooks, { AsyncLocalStorage });
  }
}

/** Jest's option `runtime`, as far as its runner and jest-circus use one: everything is loaded by Node.js itself. */
class NativeRuntime {
  /**
   * @param {unknown} _config
   * @param {{ fakeTimersModern: import('@jest/fake-timers').ModernFakeTimers }} environment
   */
  constructor(_config, { fakeTimersModern: timers }) {
    this.timers = timers;
    /** @type {((file: string) => string | undefined) | undefined} */
    this.sourceMapOf = undefined;
  }

  /**
   * jest-circus itself, new for each test file.
   * @param {string} file
   */
  requireInternalModule(file) {
    for (const symbol of OF_ONE_FILE) delete globals[symbol];
    delete require.cache[file];
    return withStoragesOfOneFile(() => require(file));
  }

  /** @param {string} file */
  requireModule(file) {
    return require(file);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** @param {string} file */
  async unstable_importModule(file) {
    ({ sourceMapOf: this.sourceMapOf } = await import(here('compile.mjs')));
    const { take } = await import(here('globals.mjs'));
    const { linked } = await import(here('linked.mjs'));
    take(this.globals);
    return import(linked(file));
  }

  /** @param {object} made */
  setGlobalsForRuntime(made) {
    this.globals = { ...made, jest: this.jest() };
  }

  /** As much of Jest's object as has a meaning without a sandbox: the clock, and how long a test of this file may take. */
  jest() {
    const { timers } = this;
    return {
      useFakeTimers: timers.useFakeTimers.bind(timers),
      useRealTimers: timers.useRealTimers.bind(timers),
      advanceTimersByTime: timers.advanceTimersByTime.bind(timers),
      advanceTimersByTimeAsync: timers.advanceTimersByTimeAsync.bind(timers),
      getTimerCount: timers.getTimerCount.bind(timers),
      setTimeout: (/** @type {number} */ ms) => (globals[TIMEOUT] = ms),
    };
  }

  getSourceMaps() {
    return new SourceMaps((file) => this.sourceMapOf?.(file));
  }

  // Nothing is virtual: no coverage, no mocks, no modules to throw away.

  getAllCoverageInfoCopy() {
    return undefined;
  }

  getAllV8CoverageInfoCopy() {
    return [];
  }

  resetModules() {}
  clearAllMocks() {}
  resetAllMocks() {}
  restoreAllMocks() {}
  enterTestCode() {}
  leaveTestCode() {}
  teardown() {}
}

exports.__esModule = true;
exports.default = NativeRuntime;
