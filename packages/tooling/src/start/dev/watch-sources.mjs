// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { npmCommand } from '../../cli/npm-command.mjs';
import { runCommand } from '../../cli/run-command.mjs';
import { dependentsOf } from '../../cli/workspace.mjs';
import { compilePackage } from '../../compile/compile-package.mjs';
import { compiledPackages, sourcesOf } from '../../compile/sources.mjs';
import { watchTree } from './watch-tree.mjs';

/** @typedef {import('../../cli/workspace.mjs').WorkspacePackage} WorkspacePackage */
/** @typedef {import('../keep-running.mjs').Kept} Kept */

/** Editors save a file in several strokes, and several files at once. */
const SETTLE_MS = 150;
const PORTAL = '@tenon/app-portal';

/**
 * Rebuilds the package that changed and restarts the processes that use it. The portal's pages are not ours to rebuild:
 * Next does so by itself in watch mode; only its server is.
 * @param {{ children: readonly Kept[], say: (line: string) => void }} options
 */
export function watchSources({ children, say }) {
  const packages = compiledPackages();
  /** @type {Set<WorkspacePackage>} */
  const changed = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let work = Promise.resolve();
  const flush = () => {
    const batch = [...changed];
    changed.clear();
    work = work.then(() => rebuild(batch, packages, children, say)).catch((failure) => say(`Watch: ${failure}`));
  };
  const note = (/** @type {WorkspacePackage} */ touched, /** @type {string} */ file) => {
    if (isOurOutput(file) || isPage(touched, file)) return;
    changed.add(touched);
    clearTimeout(timer);
    timer = setTimeout(flush, SETTLE_MS);
  };
  const watchers = packages.flatMap((touched) =>
    ['src', 'sdl']
      .map((name) => path.join(touched.folder, name))
      .filter((folder) => existsSync(folder))
      .map((folder) => watchTree(folder, (file) => note(touched, file))),
  );
  say('Watching for changes.');
  return {
    close() {
      clearTimeout(timer);
      watchers.forEach((watcher) => watcher.close());
    },
  };
}

/** @param {string} file */
function isOurOutput(file) {
  return file.split(path.sep).includes('generated') || /\.test\.tsx?$/.test(file);
}

/**
 * @param {WorkspacePackage} touched
 * @param {string} file
 */
function isPage(touched, file) {
  return touched.name === PORTAL && !file.startsWith(`server${path.sep}`);
}

/**
 * @param {readonly WorkspacePackage[]} batch
 * @param {readonly WorkspacePackage[]} packages
 * @param {readonly Kept[]} children
 * @param {(line: string) => void} say
 */
async function rebuild(batch, packages, children, say) {
  const startedAt = Date.now();
  for (const touched of batch) {
    if (!(await build(touched, say))) return;
  }
  const users = new Set(batch.flatMap(({ name }) => [...dependentsOf(packages, name)]));
  const stale = children.filter(({ name }) => users.has(`@tenon/app-${name}`) && (name !== 'portal' || batch.some((touched) => touched.name === PORTAL)));
  await Promise.all(stale.map((child) => child.renew()));
  const restarted = stale.length > 0 ? `, restarting ${stale.map(({ name }) => name).join(', ')}` : '';
  say(`Rebuilt ${batch.map(({ name }) => name).join(', ')} in ${Date.now() - startedAt} ms${restarted}.`);
}

/**
 * @param {WorkspacePackage} touched
 * @param {(line: string) => void} say
 */
async function build({ name, folder, scripts }, say) {
  const fail = (/** @type {readonly string[]} */ lines) => {
    say([`${name} does not build; what runs stays as it is.`, ...lines.map((line) => `  | ${line}`)].join('\n'));
    return false;
  };
  if (scripts['generate'] && name !== PORTAL) {
    const { program, args, options } = npmCommand(['run', 'generate', '--silent']);
    const { code, lines } = await runCommand(program, args, { ...options, cwd: folder });
    if (code !== 0) return fail(lines);
  }
  return compilePackage(sourcesOf({ name, folder })).then(() => true, (/** @type {Error} */ fault) => fail(fault.message.split('\n')));
}
