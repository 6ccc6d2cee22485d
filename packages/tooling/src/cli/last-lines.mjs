// @ts-check

/**
 * Remembers the last lines that a program said, for the message when it fails.
 * @param {number} [count]
 */
export function lastLines(count = 20) {
  /** @type {string[]} */
  const lines = [];
  return {
    /** @param {string} line */
    add(line) {
      if (line.trim() === '') return;
      lines.push(line);
      if (lines.length > count) lines.shift();
    },
    /** @returns {readonly string[]} */
    get: () => lines,
  };
}
