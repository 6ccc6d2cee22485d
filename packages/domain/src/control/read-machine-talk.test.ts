import { describe, expect, it } from '@jest/globals';
import { machineQuestion, readMachineAnswer, readMachineCall, readMachineQuestion } from './read-machine-talk.js';

describe('a machine that asks for attributes', () => {
  // As ThingsBoard's own tests have it: a side that is named but empty is wanted whole, one that is not named is not, and naming none wants both.
  it.each([
    ['{"clientKeys":"a, b","sharedKeys":"c"}', { client: ['a', 'b'], shared: ['c'] }],
    ['{"sharedKeys":""}', { shared: null }],
    ['{"clientKeys":""}', { client: null }],
    ['{}', { client: null, shared: null }],
    ['', { client: null, shared: null }],
    ['{"clientKeys":",,"}', { client: null }],
  ])('%s', (text, expected) => {
    expect(readMachineQuestion(text)).toEqual(expected);
  });

  it.each(['[', '[]', '"a"', '{"clientKeys":["a"]}', '{"sharedKeys":null}', '{"clientKeys":"a\\u0000"}', `{"clientKeys":"${'k,'.repeat(501)}"}`])('is refused: %.40s', (text) => {
    expect(() => readMachineQuestion(text)).toThrow(expect.objectContaining({ code: 'CALL.BAD_QUESTION', kind: 'invalid' }));
  });

  it('asks by a query too', () => {
    expect(machineQuestion({ sharedKeys: 'x' })).toEqual({ shared: ['x'] });
  });
});

describe('a machine that calls the platform', () => {
  it('is heard where the platform has an answer', () => {
    expect(readMachineCall('{"method":"getCurrentTime","params":{}}')).toEqual({ method: 'getCurrentTime' });
  });

  it.each([
    ['CALL.BAD_JSON', '{"method":'],
    ['CALL.UNKNOWN_METHOD', '{"method":"openDoor"}'],
    ['CALL.UNKNOWN_METHOD', '{}'],
    ['CALL.UNKNOWN_METHOD', '{"method":"toString"}'],
  ])('is refused by %s: %s', (code, text) => {
    expect(() => readMachineCall(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a machine that answers', () => {
  it.each([
    ['{"ok":true,"n":[1,null]}', { ok: true, n: [1, null] }],
    ['"done"', 'done'],
    ['ok', 'ok'],
    ['', null],
    ['  ', null],
    ['null', null],
    // Python writes what is beyond ASCII like this.
    ['{"a":"\\ud83c\\udf21 \\u0000"}', { a: '🌡 �' }],
    ['{"a\\u0000":"\\ud800"}', { 'a�': '�' }],
    ['no\u0000', 'no�'],
    [`${'['.repeat(33)}${']'.repeat(33)}`, `${'['.repeat(33)}${']'.repeat(33)}`],
    [`${'['.repeat(8_000)}${']'.repeat(8_000)}`, `${'['.repeat(8_000)}${']'.repeat(8_000)}`],
  ])('%.40j', (text, expected) => {
    expect(readMachineAnswer(text)).toEqual(expected);
  });

  it('is refused where it is too large', () => {
    expect(() => readMachineAnswer('x'.repeat(16_385))).toThrow(expect.objectContaining({ code: 'COMMAND.ANSWER_TOO_LARGE' }));
  });
});
