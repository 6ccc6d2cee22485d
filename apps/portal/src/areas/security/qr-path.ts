/** Runs of dark modules as one path of an SVG, a module being 1 by 1. @param rows dark modules as `#` */
export function qrPath(rows: readonly string[]): string {
  return rows.flatMap((row, y) => [...row.matchAll(/#+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)).join('');
}
