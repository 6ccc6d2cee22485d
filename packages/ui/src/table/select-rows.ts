/**
 * The chosen rows after one was pressed: it turns, and with `anchor` all between that one and it become what it becomes.
 * @param keys of the rows in their order
 * @param index which was pressed
 * @param anchor which was pressed before, for a press that reaches from there
 */
export function pressedSelection(selected: ReadonlySet<string>, keys: readonly string[], index: number, anchor: number | undefined): ReadonlySet<string> {
  const next = new Set(selected);
  const isChosen = !selected.has(keys[index] ?? '');
  const from = Math.min(anchor ?? index, index);
  for (const key of keys.slice(from, Math.max(anchor ?? index, index) + 1)) {
    if (isChosen) next.add(key);
    else next.delete(key);
  }
  return next;
}
