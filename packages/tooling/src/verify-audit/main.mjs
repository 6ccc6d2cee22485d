// @ts-check
/** `npm run verify-audit`: whether the companies' audit trails are what was written. */
import { runApiCommand } from '../commands/run-api-command.mjs';
import { HELP } from './help.mjs';

await runApiCommand({ script: 'verify-audit.js', args: process.argv.slice(2), help: HELP });
