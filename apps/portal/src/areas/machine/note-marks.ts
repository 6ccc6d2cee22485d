import type { Annotation } from '@tenon/ui/charts';
import type { Note } from './use-notes';

/** Longer ones would run into each other. */
const MOST_SIGNS = 18;

/** Notes as a chart marks them: where they are, and how they begin. */
export function noteMarks(notes: readonly Note[] | undefined): readonly Annotation[] {
  return (notes ?? []).map(({ id, from, to, text }) => {
    const signs = [...text.replaceAll(/\s+/g, ' ')];
    const label = signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS - 1).join('')}…` : signs.join('');
    return { key: id, fromMs: Date.parse(from), ...(to !== null && { toMs: Date.parse(to) }), label };
  });
}
