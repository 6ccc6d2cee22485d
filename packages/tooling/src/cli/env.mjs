// @ts-check

/**
 * The process environment as plain text values: the only place of the tooling that reads it.
 * @returns {Record<string, string | undefined>}
 */
export function environment() {
  return { ...process.env };
}
