import { describe, expect, it } from '@jest/globals';
import { locateJsonFault } from './locate-json-fault.js';

describe('locateJsonFault', () => {
  it.each([
    ['{"a":1,}', 7],
    ["{'a':1}", 1],
    ['{"a":1 "b":2}', 7],
    ['{"a" 1}', 5],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['{"a":NaN}', 5],
    ['{"a":01}', 6],
    ['{"a":+1}', 5],
    ['{"a":"x\ny"}', 7],
    ['{"a":"\\x"}', 6],
    ['{"a":1}}', 7],
    ['[}', 1],
    ['{"a":[1}', 7],
    ['nulL', 0],
    ['{"a":"open', 10],
    ['', 0],
    ['  ', 2],
  ])('%j goes wrong at %i', (text, at) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(locateJsonFault(text)).toBe(at);
  });

  it.each(['{}', '[]', ' [1, {"a": [true, null, "\\u00e9\\n"], "b": -0.5e+3}, []] ', '"x"', '0', '{"a":{"b":{}}}'])('finds nothing wrong with %s', (text) => {
    JSON.parse(text);
    expect(locateJsonFault(text)).toBeNull();
  });

  it('agrees with JSON.parse on every one-character change of a message', () => {
    const message = '[{"ts":1451649600512,"values":{"a":-1.5e3,"b":[true,"x\\n"]}}]';
    for (let i = 0; i < message.length; i += 1) {
      for (const char of ['', ',', '}', ']', '"', '0', 'x', ':', '\\']) {
        const text = message.slice(0, i) + char + message.slice(i + 1);
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect({ text, isJson: locateJsonFault(text) === null }).toEqual({ text, isJson });
      }
    }
  });
});
