// @ts-check
import { init, parse } from 'es-module-lexer';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

await init;

/** What es-module-lexer says of `import.meta`. */
const META = -2;

/**
 * A module as it is to stand at another place: imports what it did, and takes itself for the file it was made of.
 * @param {string} code JavaScript.
 * @param {{ file: string, resolve: (specifier: string) => string, linked: string }} of `file` is its source, by its whole path;
 * `resolve` says what an import means; `linked` is the module whose `linked` says where that is which is only known when it runs.
 * @returns {string}
 */
export function rewrite(code, { file, resolve, linked }) {
  const [imports] = parse(code, file);
  const me = `({ url: ${JSON.stringify(pathToFileURL(file).href)}, filename: ${JSON.stringify(file)}, dirname: ${JSON.stringify(path.dirname(file))} })`;
  let made = '';
  let done = 0;
  let isAskedLate = false;
  const put = (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ text) => {
    made += code.slice(done, from) + text;
    done = to;
  };
  for (const { s, e, d, n } of imports) {
    if (d === META) put(s, e, me);
    // The quotation marks of a call's text are within what is told.
    else if (n !== undefined) put(s, e, d >= 0 ? JSON.stringify(resolve(n)) : resolve(n));
    else {
      put(s, e, `__linked(${code.slice(s, e)})`);
      isAskedLate = true;
    }
  }
  made += code.slice(done);
  // On the first line, so that lines stay what the source map says.
  return isAskedLate ? `import { linked as __linked } from ${JSON.stringify(linked)}; ${made}` : made;
}
