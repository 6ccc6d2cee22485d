import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { Provisioning } from './provisioning.js';

it('lets a whole hall in behind one address, and holds those up alone that fail', async () => {
  const key = { tenantId: 't', id: 'k', secretDigest: createHash('sha256').update('right').digest(), revokedAtMs: null, expiresAtMs: null, mostUses: null, usedCount: 0, isSuspended: false };
  const repository = { findKey: () => Promise.resolve(key), ask: () => Promise.resolve('r'), noteRefusal: () => Promise.resolve() };
  const provisioning = new Provisioning({ repository, post: { answered: () => Promise.resolve() }, certificates: { isVouchedFor: () => Promise.resolve(false) }, log: { warn: () => undefined } });
  const ask = async (provisionDeviceSecret: string, address = '10.0.0.1'): Promise<unknown> => {
    const answer = await provisioning.answer(JSON.stringify({ provisionDeviceKey: 'k', provisionDeviceSecret }), address);
    return 'code' in answer ? answer.code : answer.status;
  };
  for (let n = 0; n < 300; n += 1) expect(await ask('right')).toBe('SUCCESS');
  const told = new Set<unknown>();
  for (let n = 0; n < 150; n += 1) told.add(await ask('wrong'));
  expect(told).toEqual(new Set(['PROVISION.NOT_FOUND', 'PROVISION.TOO_MANY']));
  expect(await ask('right')).toBe('PROVISION.TOO_MANY');
  expect(await ask('right', '10.0.0.2')).toBe('SUCCESS');
});
