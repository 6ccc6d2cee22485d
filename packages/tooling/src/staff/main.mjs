// @ts-check
/** `npm run appoint-staff`: makes somebody staff of the platform office. */
import { runApiCommand } from '../commands/run-api-command.mjs';
import { HELP } from './help.mjs';

await runApiCommand({ program: 'appoint-staff', args: process.argv.slice(2), help: HELP, needsArguments: true });
