import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';

export interface SectionProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly id?: string;
  readonly headingLevel?: 2 | 3;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A part of a page under a hairline; never a box in a box. */
export function Section({ title, description, actions, id, headingLevel = 2, children, className }: SectionProps): ReactElement {
  const Heading = `h${headingLevel}` as const;
  return (
    <section id={id} className={clsx('border-t border-line pt-4', className)}>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <Heading className={headingLevel === 2 ? 'text-16 font-semibold' : 'text-14 font-semibold'}>{title}</Heading>
          {description !== undefined && <p className="mt-0.5 max-w-3xl text-13 text-ink-3">{description}</p>}
        </div>
        {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
