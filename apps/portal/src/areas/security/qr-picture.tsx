import { qrPath } from './qr-path';

/** Black on white whatever the theme, as a camera wants it. */
export function QrPicture({ rows, label }: { rows: readonly string[]; label: string }) {
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`} shapeRendering="crispEdges" className="size-52 border border-line">
      <rect width="100%" height="100%" fill="#fff" />
      <path d={qrPath(rows)} fill="#000" />
    </svg>
  );
}
