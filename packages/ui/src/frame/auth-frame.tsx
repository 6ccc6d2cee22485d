import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { TenonMark } from '../marks/tenon-mark.js';
import type { LinkComponent } from '../link-component.js';

export interface AuthFrameProps {
  readonly brand: ReactNode;
  readonly homeHref: string;
  readonly homeLabel: string;
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly children: ReactNode;
  /** The other way in: "No account yet?" */
  readonly footer?: ReactNode;
  /** Beside the form on a wide screen. */
  readonly aside?: ReactNode;
  /** Top right: the language. */
  readonly corner?: ReactNode;
  readonly linkComponent?: LinkComponent;
}

/** The door: one form, and beside it, where there is room, the joint drawn large. */
export function AuthFrame(props: AuthFrameProps): ReactElement {
  const { brand, homeHref, homeLabel, title, subtitle, children, footer, aside, corner, linkComponent: Link = 'a' } = props;
  return (
    <div className="grid min-h-dvh bg-paper text-ink lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col px-4 md:px-10">
        <header className="flex min-h-16 items-center justify-between">
          <Link href={homeHref} className="flex min-h-10 items-center no-underline">
            {brand}
          <span className="sr-only">{homeLabel}</span>
          </Link>
          {corner}
        </header>
        <main id="main" className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-10">
          <h1 className="text-28 font-semibold text-balance">{title}</h1>
          {subtitle !== undefined && <p className="mt-2 text-14 text-ink-2 text-pretty">{subtitle}</p>}
          <div className="mt-7">{children}</div>
          {footer !== undefined && <div className="mt-7 border-t border-line pt-4 text-14 text-ink-2">{footer}</div>}
        </main>
      </div>
      <aside className={clsx('relative hidden overflow-hidden border-l border-line bg-rail lg:flex lg:flex-col lg:justify-end')}>
        <TenonMark size={560} className="tn-drawn absolute -top-10 right-[-8%]" />
        <div className="relative p-10">{aside}</div>
        <div className="tn-ticks rotate-180" aria-hidden />
      </aside>
    </div>
  );
}
