// @ts-check
import { ModernFakeTimers } from '@jest/fake-timers';

/** Jest's option `testEnvironment`: there is none but Node.js itself. What Jest sets on a global object it sets on one that nobody reads. */
export default class PlainEnvironment {
  global = {};
  moduleMocker = null;
  fakeTimers = null;

  /** @param {{ projectConfig: ConstructorParameters<typeof ModernFakeTimers>[0]['config'] }} config */
  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
  }

  exportConditions() {
    return [];
  }

  getVmContext() {
    return null;
  }
}
