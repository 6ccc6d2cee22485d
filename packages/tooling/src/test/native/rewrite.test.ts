import { describe, expect, it } from '@jest/globals';
import { rewrite } from './rewrite.mjs';

const FILE = '/repository/packages/a/src/x.ts';
const asWritten = (code: string): string => rewrite(code, { file: FILE, resolve: (specifier) => `<${specifier}>`, linked: 'late.mjs' });

describe('a module that stands at another place', () => {
  it.each([
    ["import a, { b as c } from './y.js';", "import a, { b as c } from '<./y.js>';"],
    ["export * from '@tenon/kernel';", "export * from '<@tenon/kernel>';"],
    ["import './side-effect.js';", "import '<./side-effect.js>';"],
    ["const z = await import('./z.js');", 'const z = await import("<./z.js>");'],
    ["const said = \"import './y.js'\"; // import './y.js'", "const said = \"import './y.js'\"; // import './y.js'"],
  ])('says what is meant: %s', (code, expected) => {
    expect(asWritten(code)).toBe(expected);
  });

  it('takes itself for the file it was made of', () => {
    expect(asWritten('const here = new URL("../y", import.meta.url);')).toBe(`const here = new URL("../y", ({ url: "file://${FILE}", filename: "${FILE}", dirname: "/repository/packages/a/src" }).url);`);
  });

  it('asks when it runs for what is only known then, on the line where it stood', () => {
    expect(asWritten("import a from 'a';\nawait import(a(1, 'b'));")).toBe('import { linked as __linked } from "late.mjs"; import a from \'<a>\';\nawait import(__linked(a(1, \'b\')));');
  });
});
