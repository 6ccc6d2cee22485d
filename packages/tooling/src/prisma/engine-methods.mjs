// @ts-check
import { readFile } from 'node:fs/promises';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { EngineAdapterFactory } from './adapter-factory.mjs';
import { resolveConnection } from './connection-url.mjs';
import { createDatabase } from './database-admin.mjs';
import { describeEngineError, loadSchemaEngine } from './wasm-engine.mjs';

/**
 * @typedef {import('./engine-arguments.mjs').EngineArguments} EngineArguments
 * @typedef {import('@prisma/schema-engine-wasm/schema_engine_bg').SchemaEngine} SchemaEngine
 * @typedef {import('@prisma/schema-engine-wasm/schema_engine_bg').DevDiagnosticInput} DevDiagnosticInput
 * @typedef {Record<string, unknown>} Params
 * @typedef {(method: string, params: Params | undefined, print: (text: string) => void) => Promise<unknown>} CallMethod
 */

/** The native engine's methods that the wasm engine calls by another name. */
const RENAMED = /** @type {Record<string, string>} */ ({ getDatabaseVersion: 'version' });

/** These compare with a shadow database but cannot open one themselves; they do use what the same engine has cached of it. */
const NEEDS_PRIMING = ['evaluateDataLoss', 'createMigration'];

/**
 * The engine behind the JSON-RPC loop.
 * @param {EngineArguments} args
 * @returns {{ call: CallMethod, abandon: () => Promise<void> }} `abandon`: the process ends in the middle of a call
 */
export function createEngineMethods(args) {
  const bindings = loadSchemaEngine();
  /** @type {EngineAdapterFactory | undefined} */
  let current;

  // A fresh engine a call: a used one answers "shadow DB must be provided through an external factory".
  /** @type {CallMethod} */
  async function call(method, params, print) {
    if (method === 'createDatabase') return { databaseName: await createDatabase(databaseUrl(params, args)) };
    const { SchemaEngine } = await bindings;
    const factory = await openFactory(args.datasource);
    const adapter = bindMigrationAwareSqlAdapterFactory(factory);
    current = factory;
    try {
      const datamodels = await readDatamodels(args.datamodelPaths);
      const engine = await SchemaEngine.new({ datamodels }, log, adapter);
      return await callEngine(engine, method, params, print);
    } catch (error) {
      throw spellOut(error, adapter.errorRegistry);
    } finally {
      await factory.closeAll();
    }
  }
  return { call, abandon: async () => current?.dropShadowDatabases() };
}

/** @param {EngineArguments['datasource']} datasource */
async function openFactory({ url, shadowDatabaseUrl }) {
  if (!url) throw new Error('The wasm schema engine needs a database: set datasource.url in prisma.config.ts.');
  return new EngineAdapterFactory(await resolveConnection(url), Boolean(shadowDatabaseUrl));
}

/**
 * What failed on our side of the wasm border reaches the user as a number only.
 * @param {unknown} error
 * @param {import('@prisma/driver-adapter-utils').ErrorRegistry} registry
 */
function spellOut(error, registry) {
  if (error instanceof Error) {
    error.message = error.message.replace(/External error id#(\d+)/g, (text, id) => {
      const cause = registry.consumeError(Number(id))?.error;
      return cause === undefined ? text : describeEngineError(cause);
    });
  }
  return error;
}

/**
 * @param {string[]} paths
 * @returns {Promise<[string, string][] | undefined>} path and content of each
 */
async function readDatamodels(paths) {
  if (paths.length === 0) return undefined;
  return Promise.all(paths.map(async (path) => /** @type {[string, string]} */ ([path, await readFile(path, 'utf8')])));
}

/**
 * @param {SchemaEngine} engine
 * @param {string} method
 * @param {Params | undefined} params
 * @param {(text: string) => void} print
 */
async function callEngine(engine, method, params, print) {
  if (NEEDS_PRIMING.includes(method)) {
    const { migrationsList, filters } = /** @type {DevDiagnosticInput} */ (/** @type {unknown} */ (params));
    await engine.devDiagnostic({ migrationsList, filters });
  }
  const name = RENAMED[method] ?? method;
  const callable = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (engine))[name];
  if (typeof callable !== 'function') throw new Error(`The wasm schema engine has no method "${method}".`);
  const result = await callable.call(engine, params);
  return method === 'diff' ? printDiff(result, print) : (result ?? {});
}

/** @param {string} line JSON, as the native engine logs; DEBUG=prisma:schemaEngine:stderr has the CLI show it */
function log(line) {
  process.stderr.write(line);
}

/**
 * The native engine has the CLI print a diff; the wasm engine returns it.
 * @param {import('@prisma/schema-engine-wasm/schema_engine_bg').DiffResult} diff
 * @param {(text: string) => void} print
 */
function printDiff({ exitCode, stdout }, print) {
  if (stdout) print(stdout.replace(/\n$/, ''));
  return { exitCode, stdout: null };
}

/**
 * @param {Params | undefined} params
 * @param {EngineArguments} args
 */
function databaseUrl(params, args) {
  const { url } = /** @type {{ url?: string }} */ (params?.datasource ?? {});
  const chosen = url ?? args.datasource.url;
  if (chosen === undefined) throw new Error('createDatabase needs a database URL.');
  return chosen;
}
