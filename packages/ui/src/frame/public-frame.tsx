import type { ReactElement, ReactNode } from 'react';
import type { LinkComponent } from '../link-component.js';
import { PublicMenu } from './public-menu.js';
import { SkipLink } from './skip-link.js';

export interface PublicLink {
  readonly key: string;
  readonly label: ReactNode;
  readonly href: string;
  readonly isCurrent?: boolean;
}

export interface PublicFrameProps {
  readonly brand: ReactNode;
  readonly homeHref: string;
  readonly homeLabel: string;
  readonly nav: readonly PublicLink[];
  readonly navLabel: string;
  readonly menuLabel: string;
  /** Sign in, try it, language. */
  readonly actions?: ReactNode;
  readonly footer: {
    readonly columns: readonly { readonly key: string; readonly title: ReactNode; readonly links: readonly PublicLink[] }[];
    readonly note?: ReactNode;
  };
  readonly skipLabel: string;
  readonly linkComponent?: LinkComponent;
  readonly children: ReactNode;
}

const WIDTH = 'mx-auto w-full max-w-6xl px-4 md:px-6';

function Header({ brand, homeHref, homeLabel, nav, navLabel, menuLabel, actions, linkComponent: Link = 'a' }: PublicFrameProps): ReactElement {
  return (
    <header className="sticky top-0 z-(--z-header) border-b border-line bg-paper">
      <div className={`${WIDTH} flex min-h-(--tn-header-height) flex-wrap items-center gap-x-6 gap-y-1 py-1`}>
        <Link href={homeHref} className="flex min-h-10 items-center no-underline">
          {brand}
          <span className="sr-only">{homeLabel}</span>
          </Link>
        <nav aria-label={navLabel} className="hidden flex-1 gap-6 md:flex">
          {nav.map((item) => (
            <Link
              key={item.key}
              href={item.href}
              aria-current={item.isCurrent ? 'page' : undefined}
              className="border-b-2 border-transparent py-1 text-14 text-ink-2 no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
            >
              {item.label}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-2">
          {actions}
          <PublicMenu label={menuLabel}>
            <nav aria-label={navLabel} className="flex flex-col">
              {nav.map((item) => (
                <Link key={item.key} href={item.href} className="flex min-h-(--tn-control) items-center rounded px-3 text-14 no-underline hover:bg-hover">
                  {item.label}
                </Link>
              ))}
            </nav>
          </PublicMenu>
        </div>
      </div>
    </header>
  );
}

function Footer({ footer, brand, linkComponent: Link = 'a' }: PublicFrameProps): ReactElement {
  return (
    <footer className="mt-20 border-t border-ink">
      <div className="tn-ticks" aria-hidden />
      <div className={`${WIDTH} grid grid-cols-2 gap-8 py-10 md:auto-cols-fr md:grid-flow-col md:grid-cols-[2fr]`}>
        <div className="max-md:col-span-2">
          {brand}
          {footer.note !== undefined && <div className="mt-3 max-w-sm text-13 text-ink-3">{footer.note}</div>}
        </div>
        {footer.columns.map((column) => (
          <div key={column.key}>
            <p className="text-13 font-medium">{column.title}</p>
            <ul className="mt-2">
              {column.links.map((link) => (
                <li key={link.key}>
                  <Link href={link.href} className="inline-flex min-h-8 items-center text-14 text-ink-2 no-underline hover:text-ink hover:underline hover:underline-offset-3 max-md:min-h-10">
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </footer>
  );
}

/** Pages that anyone may read: body at 16, room to breathe, prices with no asterisk. */
export function PublicFrame(props: PublicFrameProps): ReactElement {
  return (
    <div className="flex min-h-dvh flex-col bg-paper text-16 text-ink">
      <SkipLink label={props.skipLabel} />
      <Header {...props} />
      <main id="main" tabIndex={-1} className={`${WIDTH} flex-1 outline-none`}>
        {props.children}
      </main>
      <Footer {...props} />
    </div>
  );
}
