/** The strokes of a sparkline in a box of that size; a missing value breaks the line. */
export function sparklinePath(values: readonly (number | null)[], width: number, height: number): { readonly line: string; readonly end: readonly [number, number] | null } {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  if (known.length === 0) return { line: '', end: null };
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const inset = 2;
  const stepX = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  const y = (value: number): number => (span === 0 ? height / 2 : inset + (1 - (value - low) / span) * (height - 2 * inset));
  let line = '';
  let isPenUp = true;
  let end: readonly [number, number] | null = null;
  values.forEach((value, index) => {
    if (value === null || !Number.isFinite(value)) {
      isPenUp = true;
      return;
    }
    const at: readonly [number, number] = [Number((inset + index * stepX).toFixed(2)), Number(y(value).toFixed(2))];
    line += `${isPenUp ? 'M' : 'L'}${at[0]} ${at[1]}`;
    isPenUp = false;
    end = at;
  });
  return { line, end };
}
