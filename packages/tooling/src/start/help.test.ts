import { describe, expect, it } from '@jest/globals';
import { readEnvExample } from '../infra/env-file.js';
import { textOf } from '../infra/repository-files.js';
import { HELP } from './help.mjs';

const MADE_BY_START = '# --- Set by `npm start`';
const [forPeople = '', forProcesses = ''] = textOf('.env.example').split(MADE_BY_START);
const environment = HELP.slice(HELP.indexOf('Environment'), HELP.indexOf('A default port'));

describe('npm start -- --help', () => {
  it('names every variable that a person may set, and none that the start sets itself', () => {
    const named = environment.split('\n').slice(1).flatMap((line) => /^ {2}([A-Z].*?)(?: {2}|$)/.exec(line)?.[1]?.match(/[A-Z][A-Z_]+/g) ?? []);
    expect(named.sort()).toEqual(readEnvExample(forPeople).map(({ name }) => name).sort());
    expect(readEnvExample(`# ${forProcesses}`).map(({ name }) => name)).toContain('API_URL');
  });

  it('gives no other value for what is not set than .env.example does', () => {
    const values = new Map(readEnvExample(forPeople).map(({ name, value }) => [name, value]));
    const given = [...environment.matchAll(/^ {2}([A-Z][A-Z_]+) +([\w.]+) {2,}/gm)].map(([, name = '', value]) => [name, value]);
    expect(given.length).toBeGreaterThan(5);
    expect(given).toEqual(given.map(([name = '']) => [name, values.get(name)]));
  });
});
