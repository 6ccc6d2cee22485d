// @ts-check
/** `npm run appoint-staff`: makes somebody staff of the platform office. */
import { run } from './run.mjs';

await run(process.argv.slice(2));
