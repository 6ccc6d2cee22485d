import { expect, it } from '@jest/globals';
import type { KnownKey } from '@tenon/devices/ingest';
import { RequestPost } from './request-post.js';

const key: KnownKey = { tenantId: 't', id: 'k', secretDigest: Buffer.alloc(0), revokedAtMs: null, expiresAtMs: null, mostUses: null, usedCount: 0, isSuspended: false };

/** How the request stands at each look, the last for ever; counts the looks. */
function standing(...states: ('asked' | 'done')[]) {
  const looks = { count: 0, state: () => Promise.resolve({ state: states[Math.min((looks.count += 1), states.length) - 1]!, code: null }) };
  return looks;
}

it('looks again as soon as it hears of its request, or may have missed it', async () => {
  const looks = standing('asked', 'asked', 'done');
  const post = new RequestPost(looks, 60_000);
  const answered = post.answered(key, 'r');
  await new Promise(setImmediate);
  post.heard('another');
  await new Promise(setImmediate);
  expect(looks.count).toBe(1);
  post.heard('r');
  await new Promise(setImmediate);
  expect(looks.count).toBe(2);
  post.missedSome();
  await new Promise(setImmediate);
  expect(looks.count).toBe(3);
  await answered;
});

it('lets go of a machine that nobody answers', async () => {
  await expect(new RequestPost(standing('asked'), 0).answered(key, 'r')).rejects.toMatchObject({ code: 'PROVISION.NOT_YET' });
});
