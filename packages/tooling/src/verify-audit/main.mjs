// @ts-check
/** `npm run verify-audit`: whether the companies' audit trails are what was written. */
import { runApiCommand } from '../commands/run-api-command.mjs';
import { HELP } from './help.mjs';

const args = process.argv.slice(2);
await runApiCommand({ program: 'verify-audit', args, help: HELP, needsDatabase: !args.some((each) => /^--file\b/.test(each)) });
