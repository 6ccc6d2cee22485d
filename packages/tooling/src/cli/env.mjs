// @ts-check

/**
 * The process environment as plain text values: the only place of the tooling that reads it.
 * @returns {Record<string, string | undefined>}
 */
export function environment() {
  return { ...process.env };
}

/**
 * Where this process, and those it starts from now on, put their temporary files.
 * @param {string} folder
 */
export function putTemporaryFiles(folder) {
  process.env.TMPDIR = folder;
}
