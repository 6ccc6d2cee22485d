import { describe, expect, it } from '@jest/globals';
import { systemActor } from '@tenon/domain/identity';
import { tenantId } from '@tenon/kernel';
import { Together } from './together.js';

const actor = () => systemActor(tenantId('00000000-0000-4000-8000-000000000001'));

describe('Together', () => {
  it('reads once what one actor asks at one time, and apart what others ask or what is asked later', async () => {
    const reads: (readonly string[])[] = [];
    const together = new Together<string>(async (_actor, keys) => (reads.push(keys), new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.toUpperCase()]))));
    const [one, other] = [actor(), actor()];
    expect(await Promise.all([together.of(one, 'a'), together.of(one, 'none'), together.of(other, 'a'), together.of(one, 'a')])).toEqual(['A', undefined, 'A', 'A']);
    expect(reads).toEqual([['a', 'none'], ['a']]);
    await together.of(one, 'a');
    expect(reads).toHaveLength(3);
  });
});
