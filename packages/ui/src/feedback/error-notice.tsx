import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { WarningIcon } from '../icons/things.js';

export interface ErrorNoticeProps {
  /** What happened. */
  readonly what: ReactNode;
  /** What was kept. */
  readonly kept?: ReactNode;
  /** What to do now. */
  readonly next?: ReactNode;
  /** The error's code, to quote to whoever helps. */
  readonly code?: string;
  readonly labels: { readonly kept: string; readonly next: string; readonly code: string };
  readonly actions?: ReactNode;
  readonly headingLevel?: 2 | 3;
  readonly className?: string;
}

export function ErrorNotice({ what, kept, next, code, labels, actions, headingLevel = 2, className }: ErrorNoticeProps): ReactElement {
  const Heading = `h${headingLevel}` as const;
  const lines = [
    { key: 'kept', term: labels.kept, text: kept, isCode: false },
    { key: 'next', term: labels.next, text: next, isCode: false },
    { key: 'code', term: labels.code, text: code, isCode: true },
  ].filter((line) => line.text !== undefined);
  return (
    <div role="alert" className={clsx('border-t-2 border-danger bg-surface px-5 py-4 shadow-[inset_0_0_0_1px_var(--tn-line)]', className)}>
      <Heading className="flex items-start gap-2 text-16 font-semibold">
        <WarningIcon className="mt-[3px] text-danger" />
        <span className="text-pretty">{what}</span>
      </Heading>
      {lines.length > 0 && (
        <dl className="mt-3 grid gap-x-4 gap-y-1.5 pl-7 text-14 md:grid-cols-[max-content_1fr]">
          {lines.map((line) => (
            <div key={line.key} className="contents">
              <dt className="text-ink-3">{line.term}</dt>
              <dd className={clsx('text-ink-2 max-md:mb-1.5', line.isCode && 'font-mono text-13 select-all')}>{line.text}</dd>
            </div>
          ))}
        </dl>
      )}
      {actions !== undefined && <div className="mt-4 flex flex-wrap gap-2 pl-7">{actions}</div>}
    </div>
  );
}
