'use client';

import { AppFrame, Breadcrumbs, HomeIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Brand } from '../../frame/brand';
import { LanguageChoice } from '../../frame/language-choice';
import { LazyPaletteButton } from '../../frame/palette/lazy-palette-button';
import { LazyPersonMenu } from '../../frame/lazy-person-menu';
import { StateBanner } from '../../frame/state-banner';
import { ToastHost } from '../../frame/toasts';
import { useViewer } from '../../viewer/viewer-context';
import { DEVELOPER_PLACES } from './developer-places';

function Place({ pathname }: { pathname: string }) {
  const t = useTranslations('developer.nav');
  const frame = useTranslations('frame');
  const place = DEVELOPER_PLACES.find(({ isHere }) => isHere(pathname));
  if (!place) return null;
  return <Breadcrumbs label={frame('breadcrumbs')} linkComponent={Link} items={[{ label: t(place.key), href: pathname === place.href ? undefined : place.href }]} />;
}

/** The developer console: the same frame under its own name. */
export function DeveloperFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('developer');
  const frame = useTranslations('frame');
  const pathname = usePathname();
  const viewer = useViewer();
  const nav = DEVELOPER_PLACES.map(({ key, href, icon, isHere }) => ({ key, href, icon, label: t(`nav.${key}`), isCurrent: isHere(pathname) }));
  const footNav = [{ key: 'workspace', href: '/home', icon: <HomeIcon />, label: t('nav.workspace') }];
  return (
    <ToastHost>
      <AppFrame
        realm="developer"
        realmName={t('realm')}
        brand={<Brand />}
        homeHref="/developer"
        nav={nav}
        footNav={footNav}
        phoneNav={[...nav, ...footNav]}
        place={<Place pathname={pathname} />}
        tools={
          <>
            <LazyPaletteButton realm="developer" />
            <LanguageChoice />
          </>
        }
        person={<LazyPersonMenu name={viewer.name} email={viewer.email} settingsHref={viewer.impersonation ? undefined : '/settings'} companies={viewer.impersonation ? [] : viewer.companies} realms={viewer.staffRole ? ['office'] : []} />}
        banner={<StateBanner look={viewer.impersonation} announcements={viewer.announcements} standing={viewer.standing} unverified={viewer.isEmailVerified ? undefined : viewer.email} />}
        skipLabel={frame('skip')}
        navLabel={t('nav.label')}
        linkComponent={Link}
      >
        {children}
      </AppFrame>
    </ToastHost>
  );
}
