// @ts-check
import path from 'node:path';
import { filesIn } from '../cli/files-in.mjs';
import { REPOSITORY } from '../cli/repository.mjs';

const ROOTS = ['apps', 'packages'];
/** swc works on threads of its own, of which there are four. */
const AT_ONCE = 8;

/**
 * Makes the JavaScript of all TypeScript that tests may load, once: workers that begin at the same time would each make all of it.
 * What is made already is only looked at.
 * @param {AbortSignal} signal
 */
export async function compileAll(signal) {
  // Loaded late: it needs npm packages.
  const { compile, isTypeScript } = await import('./native/compile.mjs');
  const waiting = ROOTS.flatMap((root) => filesIn(path.join(REPOSITORY, root))).filter((file) => isTypeScript(file) && !file.endsWith('.d.ts'));
  const lane = async () => {
    for (let file = waiting.pop(); file && !signal.aborted; file = waiting.pop()) await compile(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
