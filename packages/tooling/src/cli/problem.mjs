// @ts-check

/** A failure that its reader can mend: printed as it stands, without a stack. */
export class Problem extends Error {
  /**
   * @param {string} message What is wrong and what to do, in words for the person at the terminal.
   * @param {{ cause?: unknown, lines?: readonly string[] }} [details] `lines`: the last output of the program that failed.
   */
  constructor(message, details = {}) {
    super(message, { cause: details.cause });
    this.name = 'Problem';
    this.lines = details.lines ?? [];
  }
}

/**
 * What to print for a failure: a problem as it stands, anything else with its stack.
 * @param {unknown} failure
 * @returns {string}
 */
export function describeFailure(failure) {
  if (failure instanceof Problem) return [failure.message, ...failure.lines.map((line) => `  | ${line}`)].join('\n');
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}
