import { describe, expect, it } from '@jest/globals';
import { systemActor, type TenantActor } from '@tenon/domain/identity';
import { tenantId } from '@tenon/kernel';
import { ByDevice } from './by-device.js';

const actor = () => systemActor(tenantId('00000000-0000-4000-8000-000000000001'));

describe('ByDevice', () => {
  it('reads once what one actor asks of many machines at one time', async () => {
    const reads: [TenantActor, readonly string[]][] = [];
    const byDevice = new ByDevice(async (who, ids) => {
      reads.push([who, ids]);
      return ids.filter((id) => id !== 'empty').flatMap((deviceId) => [{ deviceId, n: 1 }, { deviceId, n: 2 }]);
    });
    const [one, other] = [actor(), actor()];
    const answers = await Promise.all([byDevice.of(one, 'a'), byDevice.of(one, 'empty'), byDevice.of(other, 'a'), byDevice.of(one, 'a')]);
    expect(answers.map((items) => items.map(({ deviceId, n }) => `${deviceId}${n}`))).toEqual([['a1', 'a2'], [], ['a1', 'a2'], ['a1', 'a2']]);
    expect(reads).toEqual([[one, ['a', 'empty']], [other, ['a']]]);
    await byDevice.of(one, 'a');
    expect(reads).toHaveLength(3);
  });

  it('fails for all who asked together, and not for those who ask after', async () => {
    let times = 0;
    const byDevice = new ByDevice<{ deviceId: string }>(() => ((times += 1) === 1 ? Promise.reject(new Error('away')) : Promise.resolve([{ deviceId: 'a' }])));
    const who = actor();
    expect((await Promise.allSettled([byDevice.of(who, 'a'), byDevice.of(who, 'b')])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await byDevice.of(who, 'a')).toEqual([{ deviceId: 'a' }]);
  });
});
