// @ts-check

const MOST_SHOWN = 10;

/**
 * Rows that did not make it: all are counted, the first are shown as they come.
 * @param {(line: string) => void} say
 */
export function createFaultList(say) {
  let unreadable = 0;
  let refused = 0;
  let shown = 0;
  const show = (/** @type {string} */ text) => {
    shown += 1;
    if (shown <= MOST_SHOWN) say(text);
    if (shown === MOST_SHOWN) say('… further ones are counted, not shown');
  };
  return {
    /** @param {import('./readings.mjs').FaultyRow} row */
    unreadable({ line, fault }) {
      unreadable += 1;
      show(`line ${line}: ${fault}`);
    },
    /**
     * @param {readonly { line: number }[]} rows
     * @param {string} reason
     */
    refused(rows, reason) {
      refused += rows.length;
      const [first, last] = [rows[0]?.line, rows.at(-1)?.line];
      show(`${first === last ? `line ${first}` : `lines ${first} to ${last}`}: refused by the gateway: ${reason}`);
    },
    counts: () => ({ unreadable, refused }),
  };
}
