import { beforeAll, describe, expect, it } from '@jest/globals';
import { readEnvExample } from './env-file.js';
import { envSchemas, type EnvSchema } from './env-schemas.js';
import { textOf } from './repository-files.js';

/** What has no default, with a value that does. */
const NEEDED = { DATABASE_URL: 'postgresql://tenon@localhost:5432/tenon', TENON_SECRET: '0'.repeat(64) };

let schemas: ReadonlyMap<string, EnvSchema>;
const variables = readEnvExample(textOf('.env.example'));

beforeAll(async () => {
  schemas = await envSchemas();
});

function namesRead(): string[] {
  return [...new Set([...schemas.values()].flatMap(({ shape }) => Object.keys(shape)))].sort();
}

function parsed(schema: EnvSchema, env: Readonly<Record<string, string>>): Record<string, unknown> {
  const result = schema.safeParse(env);
  if (!result.success) throw new Error(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return result.data;
}

describe('.env.example', () => {
  it('looks at every process', () => {
    expect([...schemas.keys()]).toEqual(expect.arrayContaining([expect.stringMatching(/^apps\/api\//), expect.stringMatching(/^apps\/worker\//), expect.stringMatching(/^apps\/gateway\//), expect.stringMatching(/^apps\/portal\//)]));
  });

  it('lists every variable that a process reads, and none that nobody reads', () => {
    expect(variables.map(({ name }) => name).sort()).toEqual(namesRead());
  });

  it('gives for each the value it has when nothing is said', () => {
    const examples = variables.filter(({ name, value }) => value !== '' && !(name in NEEDED));
    for (const [file, schema] of schemas) {
      const known = Object.fromEntries(examples.filter(({ name }) => name in schema.shape).map(({ name, value }) => [name, value]));
      expect([file, parsed(schema, { ...NEEDED, ...known })]).toEqual([file, parsed(schema, NEEDED)]);
    }
  });

  it('sets nothing by itself: a port that is set does not move when it is taken', () => {
    expect(variables.filter(({ isCommentedOut }) => !isCommentedOut)).toEqual([]);
  });
});
