// @ts-check
import { readFileSync } from 'node:fs';

const EVERY_MS = 500;

/**
 * Ends the platform when the npm that started it was killed: npm cannot hand on a `kill -9`, and a platform that nobody's terminal
 * shows any more would hold the data folder. Some shells stay between npm and us, so the parent's parent is watched too.
 * @param {{ env: Record<string, string | undefined>, onGone: () => void, line?: () => string }} options
 */
export function watchParent({ env, onGone, line = ancestors }) {
  // Started otherwise (nohup, a service) the parent may leave us on purpose.
  if (!env['npm_lifecycle_event']) return;
  const first = line();
  const timer = setInterval(() => {
    if (line() === first) return;
    clearInterval(timer);
    onGone();
  }, EVERY_MS);
  timer.unref();
}

/** Our parent, and where the system tells, a shell's own. */
function ancestors() {
  const parent = process.ppid;
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const [, name] = /\((.*)\)/.exec(stat) ?? [];
    const [, grandparent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return /^(ba|da|a)?sh$/.test(name ?? '') ? `${parent} ${grandparent}` : `${parent}`;
  } catch {
    return `${parent}`;
  }
}
