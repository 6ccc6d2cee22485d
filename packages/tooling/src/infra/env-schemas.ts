import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';
import { filesBelow } from './repository-files.js';

/** What this test needs of a zod object. */
export interface EnvSchema {
  readonly shape: Readonly<Record<string, unknown>>;
  safeParse(env: Readonly<Record<string, string>>): { success: true; data: Record<string, unknown> } | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
}

/** The harness of the integration tests is told by its own set-up, by nobody else. */
const OWN_AFFAIR = 'packages/testing/src/env.ts';

function isSchema(value: unknown): value is EnvSchema {
  return typeof value === 'object' && value !== null && 'shape' in value && 'safeParse' in value;
}

/** Every `env.ts` of the processes, by path, with the schema it exports. Found by name, so that a new one is not forgotten. */
export async function envSchemas(): Promise<ReadonlyMap<string, EnvSchema>> {
  const files = [...filesBelow('apps'), ...filesBelow('packages')].filter((file) => path.posix.basename(file) === 'env.ts' && file !== OWN_AFFAIR);
  const found = new Map<string, EnvSchema>();
  // One after the other: Jest cannot link modules that share one at the same time.
  for (const file of files) {
    const schema = await schemaIn(file);
    if (schema) found.set(file, schema);
  }
  return found;
}

async function schemaIn(file: string): Promise<EnvSchema | undefined> {
  const exported = (await import(path.join(REPOSITORY, file))) as Record<string, unknown>;
  const schemas = Object.values(exported).filter(isSchema);
  if (schemas.length > 1 || (schemas.length === 0 && file.startsWith('apps/'))) throw new Error(`${file} must export one schema, not ${schemas.length}.`);
  return schemas[0];
}
