import clsx from 'clsx';
import type { ReactElement } from 'react';
import { formatMoney, formatNumber } from '../format/number.js';
import type { NumberFormat } from '../format/number.js';

export interface NumProps extends NumberFormat {
  readonly value: number | null | undefined;
  /** Stands where there is no value. */
  readonly placeholder?: string;
  readonly className?: string;
}

/** A number to read: tabular figures, its unit after a thin space in a lighter tone. */
export function Num({ value, placeholder = '—', className, ...format }: NumProps): ReactElement {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return <span className={clsx('tn-num text-ink-3', className)}>{placeholder}</span>;
  }
  const { text, magnitude, unit } = formatNumber(value, format);
  return (
    <span className={clsx('tn-num', className)}>
      {text}
      {magnitude}
      {unit !== '' && <span className="tn-unit">{`\u2009${unit}`}</span>}
    </span>
  );
}

export interface MoneyProps {
  /** In the currency's minor unit. */
  readonly amountMinor: number | bigint | null | undefined;
  readonly currency: string;
  readonly locale: string;
  readonly placeholder?: string;
  readonly className?: string;
}

export function Money({ amountMinor, currency, locale, placeholder = '—', className }: MoneyProps): ReactElement {
  const isKnown = amountMinor !== null && amountMinor !== undefined;
  return <span className={clsx('tn-num', className)}>{isKnown ? formatMoney(amountMinor, { locale, currency }) : placeholder}</span>;
}
