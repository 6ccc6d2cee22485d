import { describe, expect, it } from '@jest/globals';
import { EXAMPLE_TEXT } from './example-manifest';
import { JsonFault, lineAt, nearestPlace, placesOf } from './json-places';

const text = '{\n  "name": { "zh": "甲" },\n  "list": [1, {"a\\"b": null}]\n}';

describe('placesOf', () => {
  it('finds each value by its path', () => {
    const places = placesOf(text);
    const at = (path: string): string => text.slice(places.get(path)!.from, places.get(path)!.to);
    expect(at('name.zh')).toBe('"甲"');
    expect(at('list.0')).toBe('1');
    expect(at('list.1.a"b')).toBe('null');
    expect(at('')).toBe(text);
  });

  it('reads the whole example as JSON does', () => {
    expect(placesOf(EXAMPLE_TEXT).has('indicators.3.label.en')).toBe(true);
    expect(placesOf('[]').size).toBe(1);
    expect(placesOf(' {} ').get('')).toEqual({ from: 1, to: 3 });
  });

  it.each([
    ['{"a": }', 6],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['{"a": 01}', 7],
    ['', 0],
    ['{} x', 3],
    ['{"a": "line\nbreak"}', 6],
  ])('points at what is no JSON in %j', (bad, offset) => {
    expect(() => JSON.parse(bad) as unknown).toThrow();
    let fault: unknown;
    try {
      placesOf(bad);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(JsonFault);
    expect((fault as JsonFault).offset).toBe(offset);
  });
});

describe('nearestPlace', () => {
  it('falls back to the value around a missing one', () => {
    const places = placesOf(text);
    expect(nearestPlace(places, 'name.en')).toEqual(places.get('name'));
    expect(nearestPlace(places, 'scopes.0.purpose')).toEqual(places.get(''));
  });
});

describe('lineAt', () => {
  it('counts from one', () => {
    expect(lineAt(text, 0)).toEqual({ line: 1, column: 1 });
    expect(lineAt(text, text.indexOf('"list"'))).toEqual({ line: 3, column: 3 });
  });
});
