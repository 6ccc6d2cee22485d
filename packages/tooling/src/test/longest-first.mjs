// @ts-check
import { createRequire } from 'node:module';

/** By `require`: imported, it is another thing than its types say. */
const { default: Sequencer } = /** @type {typeof import('@jest/test-sequencer')} */ (createRequire(import.meta.url)('@jest/test-sequencer'));

/**
 * An order in which the longest files are begun first: begun last, one of them would run on alone while the other lanes stand idle. A
 * fresh clone has no record of what took how long, and Jest would go by the size of the files.
 * @param {readonly string[]} longest Ends of paths, the longest file's first.
 * @returns What Jest takes as its `testSequencer`.
 */
export function longestFirst(longest) {
  return class LongestFirst extends Sequencer {
    /**
     * @override
     * @template {{ path: string }} Test
     * @param {Test[]} tests
     * @returns {Test[]}
     */
    sort(tests) {
      const rank = (/** @type {Test} */ { path }) => {
        const at = longest.findIndex((end) => path.replaceAll('\\', '/').endsWith(`/${end}`));
        return at === -1 ? longest.length : at;
      };
      return [...tests].sort((one, other) => rank(one) - rank(other));
    }
  };
}
