import { describe, expect, it } from '@jest/globals';
import { random } from '../../testing/random.js';
import { decodeBlock, encodeBlock, MOST_BLOCK_POINTS } from './block.js';
import type { BlockPoints } from './block-points.js';

const FROM_US = Date.UTC(2026, 2, 1) * 1_000;

/** Numbers every second; in tests of values, when does not matter. */
function everySecond(num: readonly number[], rich: BlockPoints['rich'] = null): BlockPoints {
  return { atUs: Float64Array.from(num, (_, i) => FROM_US + i * 1_000_000), num: Float64Array.from(num), rich };
}

/** Equality to the bit: 0 is not −0. */
function expectSame(decoded: BlockPoints, points: BlockPoints): void {
  const isSame = (a: Float64Array, b: Float64Array): boolean => a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
  expect(isSame(decoded.atUs, points.atUs)).toBe(true);
  expect(isSame(decoded.num, points.num)).toBe(true);
  expect(JSON.stringify(decoded.rich)).toBe(JSON.stringify(points.rich));
}

const roundTrip = (points: BlockPoints): void => expectSame(decodeBlock(encodeBlock(points)), points);

const anyBits = (next: () => number): number => {
  const view = new DataView(new ArrayBuffer(8));
  for (const at of [0, 4]) view.setUint32(at, next() * 2 ** 32);
  const value = view.getFloat64(0);
  return Number.isNaN(value) ? 0 : value;
};

/** Ways in which numbers come; a sequence takes them by turns. */
const VALUES: readonly ((next: () => number, before: number) => number)[] = [
  (next, before) => Number((before + (next() - 0.5) / 5).toFixed(1)),
  (next) => Number((next() * 1e6).toFixed(3)),
  (next, before) => Math.floor(before) + Math.floor(next() * 3),
  (next) => Math.fround(Number((next() * 100).toFixed(2))),
  (next) => Math.floor(next() * 4),
  (next) => (next() - 0.5) * 2 ** 53,
  (next) => next() * 10 ** Math.floor(next() * 600 - 300),
  anyBits,
  (next) => [0, -0, Infinity, -Infinity, Number.MIN_VALUE, -Number.MAX_VALUE, 2 ** 53, 1e22, 0.1 + 0.2][Math.floor(next() * 9)] ?? 0,
];
const STEPS_US: readonly ((next: () => number) => number)[] = [() => 1_000_000, (next) => 1_000 * (1 + Math.floor(next() * 5)), (next) => 1 + Math.floor(next() * 3e8), () => 1, (next) => 1_000_000 + Math.floor(next() * 9)];

const RICH = ['true', '"停机"', '{"a": [1, 2]}', '""'];
const oneOf = <Item>(next: () => number, items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;

function anyPoints(seed: number): BlockPoints {
  const next = random(seed);
  const count = 1 + Math.floor(next() ** 3 * 2_000);
  const [value, step] = [oneOf(next, VALUES), oneOf(next, STEPS_US)];
  const [oddShare, richShare] = [oneOf(next, [0, 0.05]), oneOf(next, [0, 0, 0.2, 1])];
  const rich = Array.from({ length: count }, () => (next() < richShare ? oneOf(next, RICH) : null));
  let [at, before] = [Math.floor(next() * 4e15), 20];
  const number = (): number => (before = next() < oddShare ? anyBits(next) : value(next, before));
  return {
    atUs: Float64Array.from({ length: count }, () => (at += step(next))),
    num: Float64Array.from(rich, (text) => (text === null ? number() : NaN)),
    rich: richShare > 0 ? rich : null,
  };
}

describe('a block', () => {
  it('gives back any points, to the last bit', () => {
    for (let seed = 1; seed <= 400; seed += 1) roundTrip(anyPoints(seed));
  });

  it('gives back what decimals are mixed with: a zero below zero, an overflow, a number of other places', () => {
    const decimals = Array.from({ length: 400 }, (_, i) => i / 10);
    for (const odd of [-0, Infinity, -Infinity, 1 / 3, 1e300, 2 ** 52 + 1, Number.MIN_VALUE]) roundTrip(everySecond(decimals.with(7, odd).with(399, odd).with(0, odd)));
  });

  it('holds one point, and as many as a block may', () => {
    roundTrip(everySecond([21.5]));
    roundTrip(everySecond([NaN], ['{"a": 1}']));
    roundTrip(everySecond(Array.from({ length: MOST_BLOCK_POINTS }, (_, i) => Math.round(i / 7) / 10)));
  });

  it('does not take what it could not give back', () => {
    const refused = (points: BlockPoints) => expect(() => encodeBlock(points)).toThrow(expect.objectContaining({ code: 'TELEMETRY.BLOCK_INPUT' }));
    refused(everySecond([]));
    refused(everySecond(Array.from({ length: MOST_BLOCK_POINTS + 1 }, () => 1)));
    refused(everySecond([NaN]));
    refused(everySecond([1], ['true']));
    refused({ ...everySecond([1, 2]), atUs: Float64Array.of(5, 5) });
    refused({ ...everySecond([1]), atUs: Float64Array.of(0.5) });
    refused({ ...everySecond([1]), atUs: Float64Array.of(-1) });
    refused({ ...everySecond([1, 2]), atUs: Float64Array.of(0, 2 ** 52) });
    refused({ ...everySecond([1, 2]), num: Float64Array.of(1) });
  });
});

describe('a damaged block', () => {
  it('is an error with a code, or other points in good order, wherever a byte is another one; never a crash and never endless', () => {
    const bytes = encodeBlock(anyPoints(77));
    const next = random(9);
    for (let round = 0; round < 3_000; round += 1) {
      const damaged = bytes.slice(0, next() < 0.3 ? Math.floor(next() * bytes.length) : bytes.length);
      if (damaged.length > 0) damaged[Math.floor(next() * damaged.length)]! ^= 1 + Math.floor(next() * 255);
      const code = codeOf(damaged);
      if (code) expect(code).toMatch(/^TELEMETRY\.BLOCK_(DAMAGED|VERSION)$/);
    }
  });

  it('is one that is cut off, or goes on, or counts what it does not hold', () => {
    const bytes = encodeBlock(everySecond([1, 2, 3]));
    expect([bytes.slice(0, -1), Uint8Array.of(...bytes, 0), bytes.with(1, 0), bytes.with(1, 100)].map(codeOf)).toEqual(Array(4).fill('TELEMETRY.BLOCK_DAMAGED'));
    expect(codeOf(bytes.with(0, 2))).toBe('TELEMETRY.BLOCK_VERSION');
  });
});

function codeOf(bytes: Uint8Array): unknown {
  try {
    const { atUs, num } = decodeBlock(bytes);
    expect(num).toHaveLength(atUs.length);
    return undefined;
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
}
