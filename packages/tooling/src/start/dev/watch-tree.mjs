// @ts-check
import { readdirSync, statSync, watch } from 'node:fs';
import path from 'node:path';

/**
 * Watches a folder and all below it. Not by `recursive: true` on Linux: there Node 20 puts a watch on every single file, and
 * throws where nobody can catch it when a short-lived file of an editor is gone or unreadable.
 * @param {string} root
 * @param {(file: string) => void} onChange Takes the path relative to the root.
 * @returns {{ close: () => void }}
 */
export function watchTree(root, onChange) {
  /** @type {Map<string, import('node:fs').FSWatcher>} */
  const watchers = new Map();
  const isRecursive = process.platform !== 'linux';
  const add = (/** @type {string} */ folder) => {
    if (watchers.has(folder)) return;
    const watcher = watch(folder, { recursive: isRecursive }, (_event, name) => {
      if (name === null) return;
      const file = path.join(folder, name);
      if (!isRecursive && isFolder(file)) addTree(file);
      onChange(path.relative(root, file));
    });
    watcher.on('error', () => remove(folder));
    watcher.on('close', () => watchers.delete(folder));
    watchers.set(folder, watcher);
  };
  const remove = (/** @type {string} */ folder) => watchers.get(folder)?.close();
  const addTree = (/** @type {string} */ folder) => {
    try {
      add(folder);
      if (isRecursive) return;
      for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) addTree(path.join(folder, entry.name));
    } catch {
      // Gone again, or not ours to read.
    }
  };
  addTree(root);
  return { close: () => [...watchers.values()].forEach((watcher) => watcher.close()) };
}

/** @param {string} file */
function isFolder(file) {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
