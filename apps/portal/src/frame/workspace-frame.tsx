'use client';

import { AppFrame, Breadcrumbs } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from './link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useMay, useViewer } from '../viewer/viewer-context';
import { Bell } from './bell';
import { Brand } from './brand';
import { LanguageChoice } from './language-choice';
import { LazyPaletteButton } from './palette/lazy-palette-button';
import { hasRange } from './paths';
import { LazyPersonMenu } from './lazy-person-menu';
import { RangeSlot } from './range-slot';
import { StateBanner } from './state-banner';
import { ToastHost } from './toasts';
import { isOfPlace, WORKSPACE_PLACES } from './workspace-nav';

/** In which part of the workspace this page lies; from below its head a link leads back there. */
function Place({ pathname }: { pathname: string }) {
  const t = useTranslations('frame');
  const place = WORKSPACE_PLACES.find((one) => isOfPlace(pathname, one));
  if (!place) return null;
  const href = pathname === place.href ? undefined : place.href;
  return <Breadcrumbs label={t('breadcrumbs')} linkComponent={Link} items={[{ label: t(`nav.${place.key}`), href }]} />;
}

/** The company's workspace: rail, header line, bottom bar on a phone. Its marks come drawn, since every page would load what draws them. */
export function WorkspaceFrame({ mark, phoneMark, children }: { mark: ReactNode; phoneMark: ReactNode; children: ReactNode }) {
  const t = useTranslations('frame');
  const pathname = usePathname();
  const viewer = useViewer();
  const realms = [...(useMay('publisher:read') ? (['developer'] as const) : []), ...(viewer.staffRole ? (['office'] as const) : [])];
  const nav = WORKSPACE_PLACES.map((one) => ({ key: one.key, href: one.href, icon: one.icon, label: t(`nav.${one.key}`), isCurrent: isOfPlace(pathname, one) }));
  return (
    <ToastHost>
      <AppFrame
        realm="workspace"
        realmName={viewer.tenant.name}
        realmMark={mark}
        phoneMark={phoneMark}
        brand={<Brand />}
        homeHref="/home"
        nav={nav}
        place={<Place pathname={pathname} />}
        range={hasRange(pathname) ? <RangeSlot /> : undefined}
        tools={
          <>
            <LazyPaletteButton realm="workspace" />
            {!viewer.impersonation && <Bell />}
            <LanguageChoice />
          </>
        }
        person={<LazyPersonMenu name={viewer.name} email={viewer.email} settingsHref={viewer.impersonation ? undefined : '/settings'} securityHref={viewer.impersonation ? '/admin/security' : '/settings/security'} realms={realms} companies={viewer.impersonation ? [] : viewer.companies} />}
        banner={<StateBanner look={viewer.impersonation} announcements={viewer.announcements} standing={viewer.standing} unverified={viewer.isEmailVerified ? undefined : viewer.email} />}
        skipLabel={t('skip')}
        navLabel={t('nav.label')}
        linkComponent={Link}
      >
        {children}
      </AppFrame>
    </ToastHost>
  );
}
