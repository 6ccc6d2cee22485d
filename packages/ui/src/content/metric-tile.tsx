import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { Skeleton } from '../feedback/skeleton.js';
import type { NumberFormat } from '../format/number.js';
import type { LinkComponent } from '../link-component.js';
import { Delta } from './delta.js';
import type { DeltaShape } from './delta.js';
import { Num } from './num.js';
import { Sparkline } from './sparkline.js';

export interface MetricTileProps extends Pick<NumberFormat, 'locale' | 'unit' | 'precision' | 'scale' | 'style' | 'sign'> {
  readonly label: ReactNode;
  readonly value: number | null;
  readonly delta?: DeltaShape;
  readonly sparkline?: readonly (number | null)[];
  readonly sparklineLabel?: string;
  readonly hint?: ReactNode;
  readonly footer?: ReactNode;
  /** Where the figure comes from: the whole tile leads there. */
  readonly href?: string;
  readonly linkComponent?: LinkComponent;
  readonly isLoading?: boolean;
  readonly placeholder?: string;
  readonly className?: string;
}

function Figure(props: MetricTileProps): ReactElement {
  const { value, locale, unit, precision, scale, style, sign, placeholder, isLoading = false, sparkline, sparklineLabel } = props;
  if (isLoading) return <Skeleton height="2.25rem" width="60%" className="mt-1" />;
  return (
    <div className="mt-1 flex items-end justify-between gap-3">
      {/* The key makes a new value a new element, so that it slides in. */}
      <span key={value} className="tn-figure tn-value-enter min-w-0 text-28 font-semibold">
        <Num value={value} locale={locale} unit={unit} precision={precision} scale={scale} style={style} sign={sign} placeholder={placeholder} />
      </span>
      {sparkline && <Sparkline values={sparkline} label={sparklineLabel} className="mb-1.5 hidden h-auto max-h-7 min-w-0 max-w-24 flex-1 @[12rem]:block" />}
    </div>
  );
}

/** One figure that answers one question. Stands on a hairline, not in a box. */
export function MetricTile(props: MetricTileProps): ReactElement {
  const { label, delta, hint, footer, href, linkComponent: Link = 'a', locale, className } = props;
  return (
    <div className={clsx('@container relative min-w-0', href !== undefined && 'group', className)}>
      <p className="text-13 text-ink-2">
        {href === undefined ? (
          label
        ) : (
          <Link href={href} className="no-underline group-hover:underline group-hover:underline-offset-3 after:absolute after:inset-0">
            {label}
          </Link>
        )}
      </p>
      <Figure {...props} />
      {delta && <Delta {...delta} locale={locale} />}
      {hint !== undefined && <p className="mt-0.5 text-13 text-ink-3">{hint}</p>}
      {footer}
    </div>
  );
}
