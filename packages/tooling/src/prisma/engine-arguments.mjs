// @ts-check

/**
 * What the Prisma CLI asks of a schema engine on its command line.
 * @typedef {object} EngineArguments
 * @property {string[]} command Positional words: `[]` serves JSON-RPC, `['cli', …]` runs one command.
 * @property {boolean} isVersionRequest
 * @property {string[]} datamodelPaths
 * @property {{ url?: string, shadowDatabaseUrl?: string }} datasource
 */

/** Flags that carry a value, by the field they fill; null: the wasm engine reads it from the schema or has no use for it. */
const VALUE_FLAGS = /** @type {const} */ ({
  '--datamodels': 'datamodel',
  '-d': 'datamodel',
  '--datasource': 'datasource',
  '--enabled-preview-features': null,
  '--extension-types': null,
});

/**
 * Reads the command line of Prisma's native schema engine.
 * @param {readonly string[]} argv without node and script
 * @returns {EngineArguments}
 * @throws {Error} a flag without its value, or a datasource that is not JSON
 */
export function parseEngineArguments(argv) {
  /** @type {EngineArguments} */
  const parsed = { command: [], isVersionRequest: false, datamodelPaths: [], datasource: {} };
  const words = [...argv];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--version' || word === '-V') parsed.isVersionRequest = true;
    else if (word in VALUE_FLAGS) store(parsed, /** @type {keyof typeof VALUE_FLAGS} */ (word), words.shift());
    else parsed.command.push(word);
  }
  return parsed;
}

/**
 * @param {EngineArguments} parsed
 * @param {keyof typeof VALUE_FLAGS} flag
 * @param {string | undefined} value
 */
function store(parsed, flag, value) {
  if (value === undefined) throw new Error(`${flag} needs a value.`);
  const field = VALUE_FLAGS[flag];
  if (field === 'datamodel') parsed.datamodelPaths.push(value);
  if (field === 'datasource') parsed.datasource = parseDatasource(value);
}

/** @param {string} json */
function parseDatasource(json) {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error('--datasource is not JSON.'); // the parser's own message would quote the password
  }
}
