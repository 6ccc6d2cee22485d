import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageBin } from '../cli/package-bin.mjs';
import { REPOSITORY } from '../cli/repository.mjs';

/** A piece of source that one of our rules looks at. */
export interface LintCase {
  readonly rule: string;
  readonly code: string;
  /** Where it stands in the repository; rules of doors go by it. */
  readonly file?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly filename: string }[];
}

/**
 * What oxlint itself says of each case by the case's rule, in one run for all of them: the tester that comes with it wants a newer Node.js than we do.
 * @returns The messages, by the case's place in the list.
 */
export function lintCases(cases: readonly LintCase[]): string[][] {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenon-lint-'));
  try {
    cases.forEach(({ code, file = 'case.ts' }, at) => {
      const target = path.join(folder, String(at), file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, code);
    });
    const overrides = cases.map(({ rule, options }, at) => ({ files: [`${at}/**`], rules: { [`tenon/${rule}`]: ['error', ...(options ? [options] : [])] } }));
    writeFileSync(path.join(folder, '.oxlintrc.json'), JSON.stringify({ jsPlugins: [path.join(REPOSITORY, 'packages/tooling/src/lint/index.mjs')], categories: { correctness: 'off' }, overrides }));
    const { stdout, stderr } = spawnSync(process.execPath, [packageBin('oxlint'), '--format', 'json', '.'], { cwd: folder, encoding: 'utf8' });
    if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
    const { diagnostics } = JSON.parse(stdout) as Report;
    return cases.map((_, at) => diagnostics.filter(({ filename }) => filename.split(/[\\/]/)[0] === String(at)).map(({ code, message }) => `${code}: ${message}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
