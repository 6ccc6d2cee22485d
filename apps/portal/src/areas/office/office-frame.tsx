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
import { MorePlaces } from './more-places';
import { useOfficer } from './office-context';
import { OFFICE_PLACES } from './office-places';

/** Under the thumb; the others stand behind one more. */
const PHONE_PLACES = 4;

function Place({ pathname }: { pathname: string }) {
  const t = useTranslations('office.nav');
  const frame = useTranslations('frame');
  const place = OFFICE_PLACES.find(({ isHere }) => isHere(pathname));
  if (!place) return null;
  return <Breadcrumbs label={frame('breadcrumbs')} linkComponent={Link} items={[{ label: t(place.key), href: pathname === place.href ? undefined : place.href }]} />;
}

/** The platform office: the same frame under its own name. */
export function OfficeFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('office');
  const frame = useTranslations('frame');
  const pathname = usePathname();
  const officer = useOfficer();
  const nav = OFFICE_PLACES.filter(({ permission }) => officer.permissions.includes(permission)).map(({ key, href, icon, isHere }) => ({ key, href, icon, label: t(`nav.${key}`), phoneLabel: t(`phone.${key}`), isCurrent: isHere(pathname) }));
  const footNav = officer.tenant ? [{ key: 'workspace', href: '/home', icon: <HomeIcon />, label: t('nav.workspace') }] : [];
  return (
    <ToastHost>
      <AppFrame
        realm="office"
        realmName={t('realm')}
        brand={<Brand />}
        homeHref="/admin"
        nav={nav}
        phoneMore={nav.length > PHONE_PLACES ? <MorePlaces places={nav.slice(PHONE_PLACES)} /> : undefined}
        footNav={footNav}
        place={<Place pathname={pathname} />}
        tools={
          <>
            <LazyPaletteButton realm="office" />
            <LanguageChoice />
          </>
        }
        person={<LazyPersonMenu name={officer.name} email={officer.email} securityHref="/admin/security" realms={officer.tenant ? ['workspace', 'developer'] : []} />}
        banner={<StateBanner look={officer.impersonation} />}
        skipLabel={frame('skip')}
        navLabel={t('nav.label')}
        linkComponent={Link}
      >
        {children}
      </AppFrame>
    </ToastHost>
  );
}
