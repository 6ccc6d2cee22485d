'use client';

import type { StaffPermission } from '@tenon/contracts/permissions';
import { AppFrame, Breadcrumbs, CheckIcon, FactoryIcon, HomeIcon, MailIcon, ReceiptIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Brand } from '../../frame/brand';
import { LanguageChoice } from '../../frame/language-choice';
import { isWithin } from '../../frame/paths';
import { PersonMenu } from '../../frame/person-menu';
import { StateBanner } from '../../frame/state-banner';
import { ToastHost } from '../../frame/toasts';
import { useOfficer } from './office-context';

interface OfficePlace {
  readonly key: 'companies' | 'billing' | 'reviews' | 'mail';
  readonly href: string;
  readonly icon: ReactNode;
  readonly permission: StaffPermission;
  isHere(pathname: string): boolean;
}

const PLACES: readonly OfficePlace[] = [
  { key: 'companies', href: '/admin', icon: <FactoryIcon />, permission: 'company:read', isHere: (path) => path === '/admin' || isWithin(path, '/admin/companies') },
  { key: 'billing', href: '/admin/billing', icon: <ReceiptIcon />, permission: 'payment:manage', isHere: (path) => isWithin(path, '/admin/billing') },
  { key: 'reviews', href: '/admin/reviews', icon: <CheckIcon />, permission: 'app-version:review', isHere: (path) => isWithin(path, '/admin/reviews') },
  { key: 'mail', href: '/admin/mail', icon: <MailIcon />, permission: 'mail:read', isHere: (path) => isWithin(path, '/admin/mail') },
];

function Place({ pathname }: { pathname: string }) {
  const t = useTranslations('office.nav');
  const frame = useTranslations('frame');
  const place = PLACES.find(({ isHere }) => isHere(pathname));
  if (!place) return null;
  return <Breadcrumbs label={frame('breadcrumbs')} linkComponent={Link} items={[{ label: t(place.key), href: pathname === place.href ? undefined : place.href }]} />;
}

/** The platform office: the same frame under its own name. */
export function OfficeFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('office');
  const frame = useTranslations('frame');
  const pathname = usePathname();
  const officer = useOfficer();
  const nav = PLACES.filter(({ permission }) => officer.permissions.includes(permission)).map(({ key, href, icon, isHere }) => ({ key, href, icon, label: t(`nav.${key}`), isCurrent: isHere(pathname) }));
  const footNav = officer.tenant ? [{ key: 'workspace', href: '/home', icon: <HomeIcon />, label: t('nav.workspace') }] : [];
  return (
    <ToastHost>
      <AppFrame
        realm="office"
        realmName={t('realm')}
        brand={<Brand />}
        homeHref="/admin"
        nav={nav}
        footNav={footNav}
        phoneNav={[...nav, ...footNav]}
        place={<Place pathname={pathname} />}
        tools={<LanguageChoice />}
        person={<PersonMenu name={officer.name} email={officer.email} securityHref="/admin/security" realms={officer.tenant ? ['developer'] : []} />}
        banner={<StateBanner tenant={null} />}
        skipLabel={frame('skip')}
        navLabel={t('nav.label')}
        linkComponent={Link}
      >
        {children}
      </AppFrame>
    </ToastHost>
  );
}
