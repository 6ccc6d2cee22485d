import { describe, expect, it } from '@jest/globals';
import { Fanout } from './fanout.js';
import { endsAtOnce } from './prompt-end.js';

function followed() {
  const fanout = new Fanout<number>();
  const ends: string[] = [];
  const source = fanout.follow('a');
  async function* doubled(): AsyncGenerator<number, void, void> {
    try {
      for await (const value of source) yield value * 2;
    } finally {
      ends.push('done');
    }
  }
  return { fanout, ends, stream: endsAtOnce(source, doubled()) };
}

describe('endsAtOnce', () => {
  it('gives what the generator makes', async () => {
    const { fanout, stream } = followed();
    const first = stream.next();
    fanout.push('a', 2);
    expect(await first).toEqual({ done: false, value: 4 });
    await stream.return();
  });

  it('ends a wait that nothing else would end, and leaves nobody following', async () => {
    const { fanout, ends, stream } = followed();
    const waiting = stream.next();
    expect(await stream.return()).toEqual({ done: true, value: undefined });
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect([fanout.has('a'), ends]).toEqual([false, ['done']]);
  });

  it('leaves nobody following when it ends before it began, or by an error', async () => {
    const unbegun = followed();
    await unbegun.stream.return();
    expect(unbegun.fanout.has('a')).toBe(false);
    const broken = followed();
    const waiting = broken.stream.next();
    await expect(broken.stream.throw(new Error('away'))).rejects.toThrow('away');
    expect([(await waiting).done, broken.fanout.has('a')]).toEqual([true, false]);
  });
});
