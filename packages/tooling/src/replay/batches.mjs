// @ts-check

/**
 * Readings that go in one message.
 * @typedef {object} Batch
 * @property {readonly PreparedReading[]} readings
 *
 * @typedef {object} PreparedReading
 * @property {number} row
 * @property {number} line
 * @property {number} endByte
 * @property {string} json `{"ts":…,"values":{…}}`
 * @property {number} valueCount
 *
 * @typedef {object} BatchLimits
 * @property {number} maxRows
 * @property {number} maxValues
 * @property {number} maxBytes Of the payload, in UTF-8.
 */

/**
 * A reading as it stands in a payload.
 * @param {import('./readings.mjs').Reading} reading
 * @returns {PreparedReading}
 */
export function prepare({ row, line, endByte, atMs, values }) {
  const pairs = values.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return { row, line, endByte, json: `{"ts":${atMs},"values":{${pairs.join(',')}}}`, valueCount: values.length };
}

/** @param {readonly PreparedReading[]} readings */
export function payloadOf(readings) {
  return `[${readings.map(({ json }) => json).join(',')}]`;
}

/**
 * Collects readings until a message is full.
 * @param {BatchLimits} limits A reading that exceeds them by itself makes a batch of its own; the gateway has the last word on it.
 */
export function createBatcher({ maxRows, maxValues, maxBytes }) {
  /** @type {PreparedReading[]} */
  let held = [];
  let values = 0;
  let bytes = 2;
  const take = () => {
    const full = held;
    held = [];
    values = 0;
    bytes = 2;
    return full;
  };
  return {
    /**
     * @param {PreparedReading} reading
     * @returns {readonly PreparedReading[] | null} what is full now
     */
    add(reading) {
      const size = Buffer.byteLength(reading.json) + 1;
      const isFull = held.length >= maxRows || values + reading.valueCount > maxValues || bytes + size > maxBytes;
      const full = isFull && held.length > 0 ? take() : null;
      held.push(reading);
      values += reading.valueCount;
      bytes += size;
      return full;
    },
    /** @returns {readonly PreparedReading[] | null} what is left */
    end: () => (held.length > 0 ? take() : null),
  };
}
