import { expect, it } from '@jest/globals';
import { readCommand } from './read-command.js';

const COMMAND = { method: ' setTemperature ', params: { value: 26 }, expectsAnswer: true };

it('gives a command its usual times, and its name without blanks', () => {
  expect(readCommand(COMMAND)).toEqual({ method: 'setTemperature', params: { value: 26 }, expectsAnswer: true, timeoutMs: 10_000, expiresInMs: 86_400_000 });
  expect(readCommand({ method: 'stop', expectsAnswer: false })).toMatchObject({ params: {} });
  expect(readCommand({ ...COMMAND, params: null, timeoutMs: 1_000, expiresInMs: 604_800_000 })).toMatchObject({ params: null, timeoutMs: 1_000, expiresInMs: 604_800_000 });
});

it.each([
  ['COMMAND.METHOD', { method: ' ' }],
  ['COMMAND.METHOD', { method: 'a'.repeat(129) }],
  ['COMMAND.METHOD', { method: 'a\u0000b' }],
  ['COMMAND.PARAMS', { params: 'x'.repeat(16_383) }],
  ['COMMAND.PARAMS', { params: { note: 'a\u0000' } }],
  ['COMMAND.PARAMS', { params: ['\ud800'] }],
  ['COMMAND.PARAMS', { params: { 'a\u0000': 1 } }],
  ['COMMAND.PARAMS', { params: JSON.parse('['.repeat(33) + ']'.repeat(33)) }],
  ['COMMAND.TIMEOUT', { timeoutMs: 999 }],
  ['COMMAND.TIMEOUT', { timeoutMs: 600_001 }],
  ['COMMAND.TIMEOUT', { timeoutMs: Number.NaN }],
  ['COMMAND.EXPIRY', { expiresInMs: 604_800_001 }],
])('refuses by %s: %j', (code, changes) => {
  expect(() => readCommand({ ...COMMAND, ...changes })).toThrow(expect.objectContaining({ code, kind: 'invalid' }));
});

it('takes parameters with other text of the world, and backslashes', () => {
  const params = { note: '温度 🌡 \\u0000' };
  expect(readCommand({ ...COMMAND, params }).params).toEqual(params);
});
