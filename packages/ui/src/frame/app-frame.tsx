import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import type { LinkComponent } from '../link-component.js';
import { BottomList, RailList } from './frame-nav.js';
import type { FrameNavItem } from './frame-nav.js';
import { RealmPlate } from './realm-plate.js';
import type { Realm } from './realm-plate.js';
import { SkipLink } from './skip-link.js';

export interface AppFrameProps {
  readonly realm: Realm;
  /** The company's name, or the office's, or the console's. */
  readonly realmName: string;
  /** The mark of whose realm it is, before its name. */
  readonly realmMark?: ReactNode;
  /** The same for a phone's head line, smaller. */
  readonly phoneMark?: ReactNode;
  readonly brand: ReactNode;
  readonly homeHref: string;
  readonly nav: readonly FrameNavItem[];
  /** At the rail's foot: settings, help. */
  readonly footNav?: readonly FrameNavItem[];
  /** Under the thumb on a phone; the first four of `nav` by default. */
  readonly phoneNav?: readonly FrameNavItem[];
  /** Beside them on a phone: what opens the others. */
  readonly phoneMore?: ReactNode;
  /** Where this page is: breadcrumbs. */
  readonly place: ReactNode;
  readonly range?: ReactNode;
  readonly tools?: ReactNode;
  readonly person?: ReactNode;
  readonly banner?: ReactNode;
  readonly skipLabel: string;
  readonly navLabel: string;
  readonly linkComponent?: LinkComponent;
  readonly children: ReactNode;
}

function Rail({ realm, realmName, realmMark, brand, homeHref, nav, footNav = [], navLabel, linkComponent: Link = 'a' }: AppFrameProps): ReactElement {
  return (
    <aside data-realm={realm} aria-label={realmName} className="sticky top-0 z-(--z-rail) hidden h-dvh w-(--tn-rail-width) flex-none flex-col border-r border-line bg-rail md:flex">
      <Link href={homeHref} className="flex h-(--tn-header-height) items-center px-5 no-underline">
        {brand}
      </Link>
      <RealmPlate realm={realm} name={realmName} mark={realmMark} className="mx-5 mb-5 w-fit max-w-[calc(100%-2.5rem)]!" />
      <nav aria-label={navLabel} className="flex min-h-0 flex-1 flex-col justify-between gap-6 overflow-y-auto px-2 pb-4">
        <RailList items={nav} Link={Link} />
        {footNav.length > 0 && <RailList items={footNav} Link={Link} />}
      </nav>
    </aside>
  );
}

function HeaderLine({ realm, realmName, phoneMark, place, range, tools, person }: AppFrameProps): ReactElement {
  return (
    <header className="sticky top-0 z-(--z-header) border-b border-line bg-paper">
      <div className="flex min-h-(--tn-header-height) items-center gap-3 px-4 md:px-6">
        <div className="min-w-0 flex-1">
          <RealmPlate realm={realm} name={realmName} mark={phoneMark} className="mb-0.5 w-fit text-12! md:hidden" />
          {place}
        </div>
        {range !== undefined && <div className="hidden md:block">{range}</div>}
        {tools}
        {person}
      </div>
      {range !== undefined && <div className="flex border-t border-line px-4 py-2 md:hidden">{range}</div>}
    </header>
  );
}

/**
 * The one frame of workspace, office and console: a slim rail, one header line with place, range and person; on a phone a
 * bottom bar of four.
 */
export function AppFrame(props: AppFrameProps): ReactElement {
  const { nav, phoneNav = nav.slice(0, 4), phoneMore, navLabel, skipLabel, banner, linkComponent: Link = 'a', children } = props;
  return (
    <div className={clsx('flex min-h-dvh bg-paper text-ink', 'max-md:pb-(--tn-bottom-bar)')}>
      <SkipLink label={skipLabel} />
      <Rail {...props} />
      <div className="flex min-w-0 flex-1 flex-col">
        <HeaderLine {...props} />
        {banner}
        <main id="main" tabIndex={-1} className="w-full max-w-(--breakpoint-2xl) flex-1 px-4 py-5 outline-none md:px-6">
          {children}
        </main>
      </div>
      <nav aria-label={navLabel} className="fixed inset-x-0 bottom-0 z-(--z-rail) border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden">
        <BottomList items={phoneNav} more={phoneMore} Link={Link} />
      </nav>
    </div>
  );
}
