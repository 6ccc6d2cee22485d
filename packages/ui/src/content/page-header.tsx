import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** The one sentence a person would say. */
  readonly answer?: ReactNode;
  readonly eyebrow?: ReactNode;
  readonly actions?: ReactNode;
  /** State, owner, last seen: small facts on one line. */
  readonly meta?: ReactNode;
  readonly className?: string;
}

/** Where this is, and the answer before the figures. */
export function PageHeader({ title, answer, eyebrow, actions, meta, className }: PageHeaderProps): ReactElement {
  return (
    <header className={clsx('flex flex-wrap items-start justify-between gap-x-6 gap-y-3', className)}>
      <div className="min-w-0 flex-1 basis-72">
        {eyebrow !== undefined && <div className="mb-1 text-13 text-ink-3">{eyebrow}</div>}
        <h1 className={answer === undefined ? 'text-20 font-semibold' : 'text-14 font-medium text-ink-2'}>{title}</h1>
        {answer !== undefined && <p className="mt-1 max-w-3xl text-20 font-medium text-pretty">{answer}</p>}
        {meta !== undefined && <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-13 text-ink-2">{meta}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
