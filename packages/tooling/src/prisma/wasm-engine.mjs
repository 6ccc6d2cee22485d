// @ts-check
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * @typedef {typeof import('@prisma/schema-engine-wasm/schema_engine_bg')} WasmBindings
 * @typedef {WebAssembly.Exports & { __wbindgen_start(): void }} SchemaEngineExports
 */

const BINDINGS = '@prisma/schema-engine-wasm/schema_engine_bg';

let panicMessage = '';

/**
 * Loads Prisma's official schema engine, compiled to WebAssembly, from node_modules.
 * The package's own entry imports the .wasm as a module, which Node 20 does not do unasked; hence by hand.
 * @returns {Promise<WasmBindings>}
 */
export async function loadSchemaEngine() {
  // The engine's panic hook writes its message here just before it traps; without it all that is known is "unreachable".
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: keepPanicMessage } });
  const bindings = await import(BINDINGS);
  const wasmPath = bindingsPath().replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(wasmPath), { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  /** @type {SchemaEngineExports} */ (instance.exports).__wbindgen_start();
  return bindings;
}

/** @param {string} message */
function keepPanicMessage(message) {
  panicMessage = message;
}

/**
 * @param {unknown} error
 * @returns {boolean} true: the engine trapped, and this instance of it is not to be used again
 */
export function isPanic(error) {
  return error instanceof WebAssembly.RuntimeError || /** @type {Error | null} */ (error)?.name === 'RuntimeError';
}

/**
 * @param {unknown} error
 * @returns {string} an engine panic with the engine's own words, another error's message as it is
 */
export function describeEngineError(error) {
  if (isPanic(error)) return `The schema engine panicked: ${panicMessage || String(error)}`;
  return error instanceof Error ? error.message : String(error);
}

/** @returns {string} the engine's commit, which the CLI prints */
export function schemaEngineVersion() {
  const { version } = JSON.parse(readFileSync(join(dirname(bindingsPath()), 'package.json'), 'utf8'));
  return `${version.split('.').at(-1)} (wasm)`;
}

function bindingsPath() {
  return createRequire(import.meta.url).resolve(BINDINGS);
}
