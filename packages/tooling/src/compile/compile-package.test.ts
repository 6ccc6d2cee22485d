import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compilePackage } from './compile-package.mjs';

describe('a package', () => {
  it('is compiled file by file, without its tests, and keeps nothing of a source that is gone', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tenon-compile-'));
    const write = (name: string, text: string): void => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    };
    const made = (name: string): string => readFileSync(path.join(folder, 'dist', name), 'utf8');
    try {
      write('src/deep/service.ts', "import { Dep } from '../dep.js';\n@Injectable()\nexport class Service { constructor(private readonly dep: Dep) {} }\n");
      write('src/dep.ts', 'export class Dep {}\n');
      write('src/dep.test.ts', 'throw new Error();\n');
      write('dist/gone.js', '');
      write('dist/gone.js.map', '');
      expect(await compilePackage({ folder, from: path.join(folder, 'src') })).toBe(2);
      // Nest's injection goes by it.
      expect(made('deep/service.js')).toMatch(/"design:paramtypes", \[\s*typeof Dep === "undefined" \? Object : Dep\s*\]/);
      expect(made('deep/service.js')).toMatch(/\/\/# sourceMappingURL=service\.js\.map$/);
      expect(JSON.parse(made('deep/service.js.map')).sources).toEqual(['../../src/deep/service.ts']);
      expect(['gone.js', 'gone.js.map', 'dep.test.js'].filter((name) => existsSync(path.join(folder, 'dist', name)))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('of which only a part is compiled has it in its place: the portal is started by dist/server/main.js', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tenon-compile-'));
    try {
      mkdirSync(path.join(folder, 'src', 'server'), { recursive: true });
      writeFileSync(path.join(folder, 'src', 'server', 'main.ts'), 'export const a = 1;\n');
      await compilePackage({ folder, from: path.join(folder, 'src', 'server') });
      expect(existsSync(path.join(folder, 'dist', 'server', 'main.js'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('that cannot be read says where', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tenon-compile-'));
    try {
      mkdirSync(path.join(folder, 'src'));
      writeFileSync(path.join(folder, 'src', 'broken.ts'), 'export const = 1;\n');
      await expect(compilePackage({ folder, from: path.join(folder, 'src') })).rejects.toThrow(/broken\.ts/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
