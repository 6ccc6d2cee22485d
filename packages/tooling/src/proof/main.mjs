// @ts-check
import { describeFailure } from '../cli/problem.mjs';
import { run } from './run.mjs';

run(process.argv.slice(2)).catch((failure) => {
  process.stderr.write(`${describeFailure(failure)}\n`);
  process.exitCode = 1;
});
