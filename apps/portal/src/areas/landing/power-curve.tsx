interface PowerCurveProps {
  readonly label: string;
  readonly values: readonly number[];
  /** Words below the axis, the oldest end first. */
  readonly ends: readonly [string, string];
}

const WIDTH = 720;
const HEIGHT = 150;
const TOP = 10;

/** Round steps that leave at most four lines. */
function stepOf(most: number): number {
  const rough = most / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * size).find((step) => most / step <= 4) ?? 10 * size;
}

/** An hour of power as one line over light rules. Drawn on the server, so that it is there with the first paint. */
export function PowerCurve({ label, values, ends }: PowerCurveProps) {
  const most = Math.max(1, ...values) * 1.1;
  const x = (index: number): number => (index / Math.max(1, values.length - 1)) * WIDTH;
  const y = (value: number): number => HEIGHT - (value / most) * (HEIGHT - TOP);
  const line = values.map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const step = stepOf(most);
  const rules = Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step);
  return (
    <figure className="grid gap-1">
      <div className="grid grid-cols-[1fr_auto] gap-2">
        <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="h-32 w-full md:h-40">
          {rules.map((rule) => (
            <line key={rule} x1="0" x2={WIDTH} y1={y(rule)} y2={y(rule)} stroke="var(--tn-line)" vectorEffect="non-scaling-stroke" />
          ))}
          <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} stroke="var(--tn-ink-3)" vectorEffect="non-scaling-stroke" />
          <path d={`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} fill="var(--tn-chart-1)" opacity="0.1" />
          <path d={line} fill="none" stroke="var(--tn-chart-1)" strokeWidth="1.5" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
        </svg>
        <div aria-hidden="true" className="tn-num relative w-8 text-12 text-ink-3">
          {rules.map((rule) => (
            <span key={rule} className="absolute left-0 -translate-y-1/2" style={{ top: `${(y(rule) / HEIGHT) * 100}%` }}>
              {rule}
            </span>
          ))}
        </div>
      </div>
      <figcaption className="flex justify-between pr-10 text-12 text-ink-3">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </figcaption>
    </figure>
  );
}
