// @ts-check
/** `npm run signing-key`: changes the key with which the platform signs. */
import { runApiCommand } from '../commands/run-api-command.mjs';
import { HELP } from './help.mjs';

await runApiCommand({ program: 'signing-key', args: process.argv.slice(2), help: HELP, needsArguments: true, needsSecret: true });
