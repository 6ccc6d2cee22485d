import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { numberText } from '../format/number.js';

export interface DeltaShape {
  /** 0.08 reads +8 %. */
  readonly ratio?: number;
  /** In place of the ratio. */
  readonly text?: ReactNode;
  /** Whether the change is welcome: less energy is good, fewer parts is not. */
  readonly tone: 'good' | 'bad' | 'neutral';
  /** What it is compared with. */
  readonly against?: ReactNode;
}

const TONE = { good: 'text-good', bad: 'text-accent-text', neutral: 'text-ink-2' } as const;

function Arrow({ isUp }: { readonly isUp: boolean }): ReactElement {
  return (
    <svg aria-hidden width="8" height="8" viewBox="0 0 8 8" className="inline-block">
      <path d={isUp ? 'M4 1 7.5 7h-7Z' : 'M4 7 .5 1h7Z'} fill="currentColor" />
    </svg>
  );
}

export function Delta({ ratio, text, tone, against, locale }: DeltaShape & { readonly locale: string }): ReactElement {
  const size = ratio === undefined ? '' : numberText(ratio, { locale, style: 'percent', sign: 'always', precision: Math.abs(ratio) < 0.1 ? 1 : 0 });
  return (
    <span className="text-13 text-ink-3">
      <span className={clsx('tn-num mr-1.5 inline-flex items-center gap-1 font-medium', TONE[tone])}>
        {ratio !== undefined && ratio !== 0 && <Arrow isUp={ratio > 0} />}
        {text ?? size}
      </span>
      {against}
    </span>
  );
}
