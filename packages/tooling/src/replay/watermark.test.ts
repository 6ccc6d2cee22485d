import { describe, expect, it } from '@jest/globals';
import { createWatermark } from './watermark.mjs';

describe('createWatermark', () => {
  it('stands before the first piece that is not settled', () => {
    const watermark = createWatermark({ rows: 10, bytes: 100 });
    const settle = [20, 30, 40].map((rows) => watermark.open({ rows, bytes: rows * 10 }));
    expect(watermark.position()).toEqual({ rows: 10, bytes: 100 });
    settle[1]?.();
    settle[2]?.();
    expect(watermark.position().rows).toBe(10);
    settle[0]?.();
    expect(watermark.position()).toEqual({ rows: 40, bytes: 400 });
    watermark.open({ rows: 50, bytes: 500 })();
    expect(watermark.position().rows).toBe(50);
  });
});
