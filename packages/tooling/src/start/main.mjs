// @ts-check
import { nodeVersionProblem } from '../cli/node-version.mjs';

// Everything else is loaded only by a Node.js that understands it.
const problem = nodeVersionProblem(process.versions.node);
if (problem) {
  process.stderr.write(problem + '\n');
  process.exitCode = 1;
} else {
  void import('./run.mjs').then((start) => start.run(process.argv.slice(2)));
}
