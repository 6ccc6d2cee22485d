import { expect, it } from '@jest/globals';
import { keyVerdict } from './key-verdict.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 26, hour));
const [retired, compromised] = [at(12), at(9)];

it.each([
  ['a key in use', at(15), null, null, 'good'],
  ['before it was retired', at(11), retired, null, 'good'],
  ['in the moment in which it was retired', retired, retired, null, 'good'],
  ['after it was retired', at(13), retired, null, 'retired'],
  ['long before it was compromised', at(8), retired, compromised, 'doubtful'],
  ['in the moment in which it was compromised', compromised, retired, compromised, 'compromised'],
  ['between compromise and retirement', at(10), retired, compromised, 'compromised'],
  ['after both', at(13), retired, compromised, 'compromised'],
  ['compromised long after it was retired, said to be between', at(13), retired, at(14), 'retired'],
  ['no time at all, of a key in use', new Date('soon'), null, null, 'good'],
  ['no time at all, of a retired key', new Date('soon'), retired, null, 'retired'],
  ['no time at all, of a compromised key', new Date('soon'), retired, compromised, 'compromised'],
] as const)('%s', (_when, signedAt, retiredAt, compromisedAt, verdict) => {
  expect(keyVerdict(signedAt, { retiredAt, compromisedAt })).toBe(verdict);
});
