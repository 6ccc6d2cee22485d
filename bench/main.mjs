// @ts-check
/** `npm run bench -- <name> [--json] [options of that benchmark]`: runs one benchmark, or lists them. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CHILDREN } from '../packages/tooling/src/start/children.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).filter((name) => readdirSync(here + name).includes('main.mjs'));
/** Those that run the api's code in their own process, which is started as the api is. */
const AS_API = new Set(['latest', 'query', 'range']);
const [name, ...rest] = process.argv.slice(2);
if (!name || !names.includes(name)) {
  process.stderr.write(`npm run bench -- <name> [--json]\nBenchmarks: ${names.join(', ')}\n`);
  process.exitCode = 1;
} else {
  const nodeArgs = AS_API.has(name) ? (CHILDREN.find((child) => child.name === 'api')?.nodeArgs ?? []) : [];
  spawn(process.execPath, [...nodeArgs, `${here}${name}/main.mjs`, ...rest], { stdio: 'inherit' }).once('exit', (code) => (process.exitCode = code ?? 1));
}
