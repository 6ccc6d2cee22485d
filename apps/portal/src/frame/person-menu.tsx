'use client';

import { CodeIcon, FactoryIcon, GearIcon, HomeIcon, KeyIcon, LogoutIcon, OfficeIcon, PersonButton, ShieldIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from './link';
import type { ComponentProps } from 'react';
import { useSignOut } from '../areas/auth/use-sign-out';
import { LazyMenu } from './lazy-menu';
import { placeLogoPath } from './logo-path';
import { useSwitchCompany } from './use-switch-company';

type Items = ComponentProps<typeof LazyMenu>['items'];

/** The other places that wear the same frame. */
const REALMS = {
  workspace: { href: '/home', icon: <HomeIcon size={16} /> },
  office: { href: '/admin', icon: <OfficeIcon size={16} /> },
  developer: { href: '/developer', icon: <CodeIcon size={16} /> },
} as const;

interface OwnCompany {
  readonly id: string;
  readonly name: string;
  readonly isCurrent: boolean;
  readonly logoDigest: string | null;
}

interface PersonMenuProps {
  readonly name: string;
  readonly email: string;
  readonly settingsHref?: string | undefined;
  readonly securityHref?: string;
  readonly realms?: readonly (keyof typeof REALMS)[];
  /** The companies that the person belongs to. */
  readonly companies?: readonly OwnCompany[];
}

/** Beyond these the menu would be a list to search; the page of companies is. */
const MOST_LISTED = 6;

/** The companies to switch between, and the way to where one is chosen or made. */
function useCompanyItems(companies: readonly OwnCompany[]): Items {
  const t = useTranslations('frame.person');
  const enter = useSwitchCompany();
  const listed = companies.length > 1 ? companies.slice(0, MOST_LISTED) : [];
  return [
    { kind: 'separator', key: 'companies-line' },
    ...(listed.length > 0 ? [{ kind: 'heading', key: 'companies', label: t('companies') } as const] : []),
    ...listed.map(({ id, name, isCurrent, logoDigest }) => ({ kind: 'choice', key: id, label: name, mark: { name, src: placeLogoPath({ id, logoDigest }) }, isChecked: isCurrent, onSelect: () => (isCurrent ? undefined : enter(id)) }) as const),
    { key: 'all-companies', label: t('allCompanies'), icon: <FactoryIcon size={16} />, href: '/companies' },
  ];
}

/** Who is signed in, where else they may go, and the way out. */
export function PersonMenu({ name, email, settingsHref, securityHref, realms = [], companies = [] }: PersonMenuProps) {
  const t = useTranslations('frame');
  const signOut = useSignOut();
  const companyItems = useCompanyItems(companies);
  return (
    <LazyMenu
      label={t('person.menu')}
      align="end"
      linkComponent={Link}
      trigger={<PersonButton name={name || email} detail={name ? email : undefined} label={t('person.open', { name: name || email })} />}
      items={[
        { kind: 'heading', key: 'who', label: email },
        ...(settingsHref ? [{ key: 'settings', label: t('nav.settings'), icon: <GearIcon size={16} />, href: settingsHref }] : []),
        ...(settingsHref ? [{ key: 'access', label: t('person.ownAccess'), icon: <ShieldIcon size={16} />, href: `${settingsHref}/people/me` }] : []),
        ...(securityHref ? [{ key: 'security', label: t('person.security'), icon: <KeyIcon size={16} />, href: securityHref }] : []),
        ...realms.map((key) => ({ key, label: t(`realm.${key}`), ...REALMS[key] })),
        ...(settingsHref ? companyItems : []),
        { kind: 'separator', key: 'line' },
        { key: 'out', label: t('person.signOut'), icon: <LogoutIcon size={16} />, onSelect: () => void signOut() },
      ]}
    />
  );
}
