import { describe, expect, it } from '@jest/globals';
import { broughtOf, FIRST_DRAFT, machinesOf } from './draft';

describe('a draft of a campaign', () => {
  it.each([
    [{ what: 'package' as const, packageId: '' }, undefined],
    [{ what: 'package' as const, packageId: 'p' }, { packageId: 'p' }],
    [{ what: 'values' as const, values: '{"a": 1}' }, { values: { a: 1 } }],
    [{ what: 'values' as const, values: '{}' }, undefined],
    [{ what: 'values' as const, values: '[1]' }, undefined],
    [{ what: 'values' as const, values: '{a: 1' }, undefined],
  ])('with %j brings %j', (draft, brought) => expect(broughtOf({ ...FIRST_DRAFT, ...draft })).toEqual(brought));

  it('is of all that match, as many as were seen, or of the one machine from whose page somebody came', () => {
    expect(machinesOf({ ...FIRST_DRAFT, typeId: 't', tagId: 'g', search: '泵' }, 7, undefined)).toEqual({ matching: { expectedCount: 7, search: '泵', filter: { typeId: 't', tagIds: ['g'] } } });
    expect(machinesOf(FIRST_DRAFT, 7, { deviceIds: ['d'] })).toEqual({ deviceIds: ['d'] });
  });

  it('is of those that a list showed, as many as match now', () => {
    const given = { matching: { expectedCount: 9, search: '泵', connection: 'OFFLINE' as const, filter: { tagIds: ['g'] } } };
    expect(machinesOf({ ...FIRST_DRAFT, typeId: 't' }, 7, given)).toEqual({ matching: { ...given.matching, expectedCount: 7 } });
  });
});
