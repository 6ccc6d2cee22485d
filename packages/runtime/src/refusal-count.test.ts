import { describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { RefusalCount } from './refusal-count.js';

async function figures(registry: Registry): Promise<Record<string, number>> {
  const [metric] = await registry.getMetricsAsJSON();
  return Object.fromEntries((metric?.values ?? []).map(({ labels, value }) => [`${labels['door']} ${labels['code']}`, value]));
}

describe('RefusalCount', () => {
  it('counts by door and code', async () => {
    const registry = new Registry();
    const refusals = new RefusalCount(registry);
    refusals.count('graphql', 'PAGE.SIZE');
    refusals.count('graphql', 'PAGE.SIZE');
    refusals.count('http', 'AUTH.WRONG_CREDENTIALS');
    expect(await figures(registry)).toEqual({ 'graphql PAGE.SIZE': 2, 'http AUTH.WRONG_CREDENTIALS': 1 });
  });

  it('keeps no figure for codes that somebody makes up', async () => {
    const registry = new Registry();
    const refusals = new RefusalCount(registry);
    refusals.count('graphql', 'made up');
    for (let n = 0; n < 1_000; n += 1) refusals.count('graphql', `MADE.UP_${n}`);
    const counted = await figures(registry);
    expect(Object.keys(counted)).toHaveLength(301);
    expect(counted['graphql OTHER']).toBe(701);
  });
});
