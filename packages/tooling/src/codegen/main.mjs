// @ts-check
/**
 * Generates, from the SDL in packages/graphql/sdl:
 *  - `packages/graphql/src/generated/resolvers.ts`: the types resolvers return;
 *  - `packages/graphql/src/generated/sdl.ts`: the schema's text, so that no process reads files at run time;
 *  - `apps/portal/src/generated`: typed documents of every `*.graphql` beside the portal's pages.
 * `@graphql-codegen/cli` is not used: its dependency tree does not install reliably, and the core is enough.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import * as typedDocument from '@graphql-codegen/typed-document-node';
import { buildSchema, parse, printSchema } from 'graphql';
import { filesBelow } from './files-below.mjs';
import { splitByArea } from './split-by-area.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');
const sdlFolder = path.join(root, 'packages/graphql/sdl');
const scalars = { DateTime: 'string', JSON: 'unknown', ID: 'string' };

const sdl = readdirSync(sdlFolder).filter((f) => f.endsWith('.graphql')).sort()
  .map((f) => readFileSync(path.join(sdlFolder, f), 'utf8')).join('\n');
const schema = parse(printSchema(buildSchema(sdl)));

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function generateServer() {
  const target = path.join(root, 'packages/graphql/src/generated');
  const text = await codegen({
    filename: 'resolvers.ts', schema, documents: [],
    config: { scalars, enumsAsTypes: true, useTypeImports: true, immutableTypes: true, maybeValue: 'T | null', inputMaybeValue: 'T | null | undefined' },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  write(path.join(target, 'resolvers.ts'), text);
  write(path.join(target, 'sdl.ts'), `/** The whole schema, as GraphQL SDL. */\nexport const typeDefs = ${JSON.stringify(sdl)};\n`);
}

async function generatePortal() {
  const files = filesBelow(path.join(root, 'apps/portal/src'), '.graphql');
  const documents = files.map((location) => ({ location, document: parse(readFileSync(location, 'utf8')) }));
  if (documents.length === 0) return;
  const text = await codegen({
    filename: 'documents.ts', schema, documents,
    config: { scalars, enumsAsTypes: true, useTypeImports: true, documentMode: 'string', dedupeFragments: true, avoidOptionals: { field: true, inputValue: false } },
    plugins: [{ operations: {} }, { typedDocument: {} }],
    pluginMap: { operations, typedDocument },
  });
  for (const [file, part] of Object.entries(splitByArea(text, documents))) write(path.join(root, 'apps/portal/src/generated', file), part);
}

// Each package generates its own files, so that a build cache that restores one restores all of it.
const wanted = process.argv[2] ?? 'all';
if (wanted !== 'portal') await generateServer();
if (wanted !== 'server') await generatePortal();
