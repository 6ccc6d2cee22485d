// @ts-check
/** `npm run replay`: publishes the rows of a CSV file as a machine, with the times they bear. */
import { run } from './run.mjs';

await run(process.argv.slice(2));
