// @ts-check
import { createRequire } from 'node:module';

/** By `require`: imported, it is another thing than its types say. */
const { default: Sequencer } = /** @type {typeof import('@jest/test-sequencer')} */ (createRequire(import.meta.url)('@jest/test-sequencer'));

/** The journeys that take longest, by their names: begun last, one of them would run on alone while the other lanes stand idle. */
const LONGEST = ['pages', 'plant-manager', 'states', 'people', 'security', 'office-and-developer'];

/** A fresh clone has no record of what took how long, and Jest would go by the size of the files. */
export default class LongestFirst extends Sequencer {
  /**
   * @template {{ path: string }} Test
   * @param {Test[]} tests
   * @returns {Test[]}
   */
  sort(tests) {
    const rank = (/** @type {Test} */ { path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(`/${name}.e2e.ts`));
      return at === -1 ? LONGEST.length : at;
    };
    return [...tests].sort((one, other) => rank(one) - rank(other));
  }
}
