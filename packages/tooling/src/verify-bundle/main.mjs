// @ts-check
/** `npm run verify-bundle -- <file>`: whether what a company took along is what the platform signed. */
import { runApiCommand } from '../commands/run-api-command.mjs';
import { HELP } from './help.mjs';

await runApiCommand({ program: 'verify-bundle', args: process.argv.slice(2), help: HELP, needsArguments: true, needsDatabase: false });
