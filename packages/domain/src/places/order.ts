/**
 * The order of places that lie side by side once one of them has come to stand before another.
 * @param ids as they stand, with or without the one that moves
 * @param beforeId the one it comes to stand before; last, where that is null or not among them
 */
export function orderWith(ids: readonly string[], id: string, beforeId: string | null): string[] {
  const others = ids.filter((other) => other !== id);
  const at = beforeId === null ? -1 : others.indexOf(beforeId);
  return at === -1 ? [...others, id] : others.toSpliced(at, 0, id);
}
