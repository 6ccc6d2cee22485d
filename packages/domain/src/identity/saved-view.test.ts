import { describe, expect, it } from '@jest/globals';
import { viewLook, viewName } from './saved-view.js';

describe('a saved view', () => {
  it('is kept under a name without blanks around it, of 1 to 40 characters', () => {
    expect(viewName('  离线的机器 ')).toBe('离线的机器');
    expect(viewName('x'.repeat(40))).toHaveLength(40);
    expect(() => viewName(' ')).toThrow(expect.objectContaining({ code: 'VIEW.NAME_REQUIRED' }));
    expect(() => viewName('x'.repeat(41))).toThrow(expect.objectContaining({ code: 'VIEW.NAME_TOO_LONG' }));
  });

  it('leaves each column out once, and is no longer than a list’s can be', () => {
    const look = { query: 'state=OFFLINE', sort: { columnId: 'name', isDescending: true }, hiddenColumns: ['seen', 'seen'] };
    expect(viewLook(look)).toEqual({ ...look, hiddenColumns: ['seen'] });
    const long = 'x'.repeat(41);
    const many = Array.from({ length: 41 }, (_, at) => `${at}`);
    for (const wrong of [{ query: 'x'.repeat(1_001) }, { sort: { columnId: long, isDescending: false } }, { hiddenColumns: [long] }, { hiddenColumns: many }]) {
      expect(() => viewLook({ ...look, ...wrong })).toThrow(expect.objectContaining({ code: 'VIEW.LOOK' }));
    }
  });
});
