import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { watchTree } from './watch-tree.mjs';

describe('a watched tree', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'tree-'));
    mkdirSync(path.join(root, 'a', 'b'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('tells of a change below, and in a folder made since', async () => {
    const seen = new Set<string>();
    const watch = watchTree(root, (file) => seen.add(file));
    const until = async (file: string) => {
      for (let turn = 0; turn < 100 && !seen.has(file); turn += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      expect([...seen]).toContain(file);
    };
    writeFileSync(path.join(root, 'a', 'b', 'deep.ts'), 'x');
    await until(path.join('a', 'b', 'deep.ts'));
    mkdirSync(path.join(root, 'new'));
    await until('new');
    writeFileSync(path.join(root, 'new', 'file.ts'), 'x');
    await until(path.join('new', 'file.ts'));
    watch.close();
  });
});
