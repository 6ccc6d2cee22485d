import { describe, expect, it } from '@jest/globals';
import { EXAMPLE_MANIFEST, EXAMPLE_TEXT } from './example-manifest';
import { checkManifest, placeProblems, readText } from './manifest-check';

describe('readText', () => {
  it('reads JSON, or says where it ends', () => {
    expect(readText('{"a": 1}')).toEqual({ isJson: true, value: { a: 1 } });
    expect(readText('{"a": 1')).toEqual({ isJson: false, offset: 7 });
  });
});

describe('checkManifest and placeProblems', () => {
  it('finds nothing in the example', async () => {
    expect(await checkManifest(EXAMPLE_MANIFEST)).toEqual([]);
  });

  it('puts each problem at its line', async () => {
    const broken = { ...EXAMPLE_MANIFEST, version: '1.0', inputs: [{ key: 'good', label: { zh: '良品计数' } }] };
    const text = JSON.stringify(broken, null, 2);
    const placed = placeProblems(text, await checkManifest(broken));
    const lines = text.split('\n');
    expect(placed.find(({ path }) => path === 'version')).toMatchObject({ code: 'invalid_format', line: lines.findIndex((line) => line.includes('"version"')) + 1 });
    expect(placed.find(({ path }) => path === 'inputs.0.label.en')?.line).toBe(lines.findIndex((line) => line.includes('"inputs"')) + 4);
    expect(placed.map(({ line }) => line)).toEqual([...placed.map(({ line }) => line)].sort((a, b) => a - b));
  });

  it('points at an unknown field itself', async () => {
    const text = JSON.stringify({ ...EXAMPLE_MANIFEST, colour: 'red' }, null, 2);
    const [problem] = placeProblems(text, await checkManifest(JSON.parse(text)));
    expect(problem).toMatchObject({ path: 'colour', code: 'unrecognized_keys' });
    expect(text.slice(problem!.place.from, problem!.place.to)).toBe('"red"');
  });

  it('puts what concerns the whole at the top', () => {
    expect(placeProblems(EXAMPLE_TEXT, [{ path: '', code: 'unrecognized_keys', message: '' }])[0]?.line).toBe(1);
  });
});
