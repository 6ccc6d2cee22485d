// @ts-check
/** `npm run bench -- <name> [--json] [options of that benchmark]`: runs one benchmark, or lists them. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).filter((name) => readdirSync(here + name).includes('main.mjs'));
const [name, ...rest] = process.argv.slice(2);
if (!name || !names.includes(name)) {
  process.stderr.write(`npm run bench -- <name> [--json]\nBenchmarks: ${names.join(', ')}\n`);
  process.exitCode = 1;
} else {
  spawn(process.execPath, [`${here}${name}/main.mjs`, ...rest], { stdio: 'inherit' }).once('exit', (code) => (process.exitCode = code ?? 1));
}
