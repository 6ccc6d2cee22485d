import { describe, expect, it } from '@jest/globals';
import { findVersion, type AppVersion } from './find-version';

const version = (id: string): AppVersion => ({ id }) as AppVersion;
const pages = [
  { nodes: [version('a'), version('b')], pageInfo: { hasNextPage: true, endCursor: '1' } },
  { nodes: [version('c')], pageInfo: { hasNextPage: false, endCursor: '2' } },
];

describe('findVersion', () => {
  it('walks the pages until it is found, and no further', async () => {
    const asked: (string | null)[] = [];
    const pageAfter = async (after: string | null) => (asked.push(after), pages[Number(after ?? 0)]!);
    expect((await findVersion('a', pageAfter))?.id).toBe('a');
    expect((await findVersion('c', pageAfter))?.id).toBe('c');
    expect(asked).toEqual([null, null, '1']);
  });

  it('gives null for one that is on no page', async () => {
    expect(await findVersion('x', async (after) => pages[Number(after ?? 0)]!)).toBeNull();
  });
});
