import { describe, expect, it } from '@jest/globals';
import type { BlockPoints } from '@tenon/domain/telemetry';
import { random } from '../testing/random.js';
import { openBlock, sealBlock } from './seal-block.js';

const FROM_US = Date.UTC(2026, 2, 1) * 1_000;
const DAY = 86_400;

function day(value: (i: number) => number, rich: (i: number) => string | null = () => null): BlockPoints {
  const texts = Array.from({ length: DAY }, (_, i) => rich(i));
  return {
    atUs: Float64Array.from(texts, (_, i) => FROM_US + i * 1_000_000),
    num: Float64Array.from(texts, (text, i) => (text === null ? value(i) : NaN)),
    rich: texts.every((text) => text === null) ? null : texts,
  };
}

const bytesAPoint = (points: BlockPoints): number => sealBlock(points).length / points.atUs.length;

describe('a sealed block', () => {
  it('takes well under two bytes a point of what plants send: temperatures, counters, powers, states', () => {
    const dice = random(3);
    const step = (width: number): number => (dice(2_001) - 1_000) * (width / 1_000);
    let [walk, counter, state] = [60, 1e6, 0];
    const temperature = day(() => Number((walk += step(0.3)).toFixed(1)));
    const single = day((i) => Math.fround(Number((65 + 5 * Math.sin(i / 3_000) + step(0.5)).toFixed(1))));
    const pieces = day(() => (counter += dice(5) === 0 ? 1 : 0));
    const power = day((i) => Number((12 + 3 * Math.sin(i / 900) + step(0.4)).toFixed(2)));
    const states = day(() => (state = dice(500) === 0 ? dice(5) : state), () => null);
    const words = day(() => 0, (i) => (Math.floor(i / 900) % 2 ? '"running"' : '"idle"'));
    const took = [temperature, single, pieces, power, states, words].map(bytesAPoint);
    [0.5, 0.7, 0.2, 1.1, 0.05, 0.01].forEach((most, i) => expect(took[i]).toBeLessThan(most));
    for (const points of [temperature, single, pieces, power, states, words]) expect(openBlock(sealBlock(points))).toEqual(points);
  });

  it('is never opened with another bit in it', () => {
    const bytes = sealBlock(day((i) => i / 10));
    const dice = random(4);
    for (let round = 0; round < 300; round += 1) {
      const damaged = Buffer.from(bytes);
      damaged[dice(bytes.length)]! ^= 1 << dice(8);
      expect(() => openBlock(damaged)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^TELEMETRY\.BLOCK_(DAMAGED|VERSION)$/) as unknown }));
    }
    for (const length of [0, 4, 5, bytes.length - 1]) expect(() => openBlock(bytes.subarray(0, length))).toThrow(expect.objectContaining({ code: 'TELEMETRY.BLOCK_DAMAGED' }));
  });
});
