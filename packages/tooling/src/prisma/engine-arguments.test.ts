import { describe, expect, it } from '@jest/globals';
import { parseEngineArguments } from './engine-arguments.mjs';

describe('parseEngineArguments', () => {
  it('reads what the CLI sends when it starts the engine', () => {
    const argv = [
      '--datamodels', 'prisma/schema/a.prisma', '--datamodels', 'prisma/schema/b.prisma',
      '--datasource', '{"url":"postgresql://h/d"}',
      '--enabled-preview-features', 'views,relationJoins', '--extension-types', '[]',
    ];
    expect(parseEngineArguments(argv)).toEqual({
      command: [],
      isVersionRequest: false,
      datamodelPaths: ['prisma/schema/a.prisma', 'prisma/schema/b.prisma'],
      datasource: { url: 'postgresql://h/d' },
    });
  });

  it('reads a one-shot command', () => {
    expect(parseEngineArguments(['--datasource', '{"url":"x"}', 'cli', 'create-database']).command).toEqual(['cli', 'create-database']);
  });

  it('knows a request for the version', () => {
    expect(parseEngineArguments(['--version']).isVersionRequest).toBe(true);
  });

  it('refuses a flag without its value', () => {
    expect(() => parseEngineArguments(['--datasource'])).toThrow('--datasource needs a value.');
  });

  it('does not repeat a malformed datasource, which may hold a password', () => {
    expect(() => parseEngineArguments(['--datasource', '{"url":"postgresql://u:secret@h'])).toThrow(/^--datasource is not JSON\.$/);
  });
});
