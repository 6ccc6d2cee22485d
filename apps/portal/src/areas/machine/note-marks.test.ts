import { describe, expect, it } from '@jest/globals';
import { noteMarks } from './note-marks';

const note = { id: 'n', from: '2026-03-01T08:00:00.000Z', to: null, text: '换模', authorId: 'a', authorName: 'A', createdAt: '2026-03-01T09:00:00.000Z', editedAt: null };

describe('noteMarks', () => {
  it('are an instant or a span, under how the note begins', () => {
    const fromMs = Date.UTC(2026, 2, 1, 8);
    expect(noteMarks([note, { ...note, id: 'o', to: '2026-03-01T09:00:00.000Z', text: `模具  ${'很'.repeat(30)}` }])).toEqual([
      { key: 'n', fromMs, label: '换模' },
      { key: 'o', fromMs, toMs: fromMs + 3_600_000, label: `模具 ${'很'.repeat(14)}…` },
    ]);
    expect(noteMarks(undefined)).toEqual([]);
  });
});
