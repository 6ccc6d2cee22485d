/** One part of a bar, in values. */
export interface StackPart {
  readonly bandId: string;
  readonly from: number;
  readonly to: number;
}

/** Lays a period's values on top of each other, in the bands' order; nothing and negatives take no room. */
export function stackParts(values: Readonly<Record<string, number>>, bandIds: readonly string[]): { readonly parts: readonly StackPart[]; readonly total: number } {
  const parts: StackPart[] = [];
  let total = 0;
  for (const bandId of bandIds) {
    const value = values[bandId] ?? 0;
    if (!(value > 0)) continue;
    parts.push({ bandId, from: total, to: total + value });
    total += value;
  }
  return { parts, total };
}

/** Every how many labels fit side by side. */
export function labelStride(count: number, widthPx: number, labelPx: number): number {
  return Math.max(1, Math.ceil((count * labelPx) / Math.max(1, widthPx)));
}
