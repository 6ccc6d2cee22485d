import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS } from '@tenon/domain/notices';
import { robotNotices } from './robot-notices';
import { additionOf, changesOf, type RobotValues } from './robot-values';

const VALUES: RobotValues = { kind: 'DINGTALK', name: '白班群', url: ' https://oapi.dingtalk.com/robot/send?access_token=a ', secret: ' ', language: 'ZH', noticeKinds: ['TENANT_RESUMED'] };

describe('what a robot’s form asks of the api', () => {
  it('is the whole of a new robot, without a secret where none was given', () => {
    expect(additionOf(VALUES)).toEqual({ kind: 'DINGTALK', name: '白班群', language: 'ZH', noticeKinds: ['TENANT_RESUMED'], address: { url: VALUES.url.trim(), secret: null } });
    expect(additionOf({ ...VALUES, secret: ' SECx ' }).address.secret).toBe('SECx');
  });

  it('leaves the address where it is when none was typed', () => {
    expect(changesOf('r', { ...VALUES, url: '  ', secret: 'SECx' })).toEqual({ id: 'r', name: '白班群', language: 'ZH', noticeKinds: ['TENANT_RESUMED'] });
    expect(changesOf('r', { ...VALUES, secret: 'SECx' }).address).toEqual({ url: VALUES.url.trim(), secret: 'SECx' });
  });

  it('offers what robots may be told of, by the api’s names', () => {
    const names = NOTICE_KINDS.map((kind) => kind.replaceAll(/[.-]/g, '_').toUpperCase());
    const offered = robotNotices('zh-CN');
    expect(offered.filter(({ kind }) => !names.includes(kind))).toEqual([]);
    expect(offered.map(({ kind }) => kind)).not.toContain('MEMBER_ROLE_CHANGED');
    expect(offered.find(({ kind }) => kind === 'TENANT_SUSPENDED')?.title).toBe('企业被停用');
  });
});
