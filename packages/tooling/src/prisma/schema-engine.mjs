#!/usr/bin/env node
// @ts-check
/**
 * Stands in for Prisma's native schema engine, which the Prisma CLI would download: PRISMA_SCHEMA_ENGINE_BINARY points here.
 * It speaks the CLI's protocol and runs Prisma's own wasm engine over node-postgres, both of them plain npm packages.
 */
import { runCliCommand } from './cli-commands.mjs';
import { parseEngineArguments } from './engine-arguments.mjs';
import { logEngineError } from './engine-log.mjs';
import { createEngineMethods } from './engine-methods.mjs';
import { JsonRpcServer } from './json-rpc.mjs';
import { describeEngineError, schemaEngineVersion } from './wasm-engine.mjs';

/** Not 101, the native engine's code for a panic: see `#fail` in json-rpc.mjs. */
const FAULT = 1;

/** @param {import('./engine-arguments.mjs').EngineArguments} args */
async function serve(args) {
  const methods = createEngineMethods(args);
  const server = new JsonRpcServer(process.stdout, methods.call, fault);
  // A panic in the middle of a call surfaces here, outside the call, which then never ends.
  process.on('uncaughtException', fault).on('unhandledRejection', fault);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => {
      const exitCode = server.isAnswerOwed ? FAULT : 0; // now: the drop itself makes the call fail, and that is an answer
      void methods.abandon().finally(() => process.exit(exitCode));
    });
  }
  process.on('exit', () => {
    if (server.isAnswerOwed) process.exitCode = FAULT; // nothing left to wait for, and still no answer
  });
  await server.serve(process.stdin);
  process.exit(); // whatever connection could not be closed

  /** @param {unknown} error */
  function fault(error) {
    logEngineError(describeEngineError(error));
    server.failAll(error);
    void methods.abandon().finally(() => process.exit(FAULT));
  }
}

async function main() {
  const args = parseEngineArguments(process.argv.slice(2));
  const [word, command] = args.command;
  if (args.isVersionRequest) process.stdout.write(`schema-engine-cli ${schemaEngineVersion()}\n`);
  else if (word === 'cli') process.exitCode = await runCliCommand(command, args.datasource.url);
  else await serve(args);
}

await main();
