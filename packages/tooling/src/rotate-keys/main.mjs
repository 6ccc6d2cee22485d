// @ts-check
/** `npm run rotate-keys`: seals every secret at rest anew. */
import { runApiCommand } from '../commands/run-api-command.mjs';
import { HELP } from './help.mjs';

await runApiCommand({ program: 'rotate-keys', args: process.argv.slice(2), help: HELP, needsSecret: true });
