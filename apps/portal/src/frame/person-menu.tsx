'use client';

import { CodeIcon, GearIcon, KeyIcon, LogoutIcon, OfficeIcon, PersonButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useSignOut } from '../areas/auth/use-sign-out';
import { LazyMenu } from './lazy-menu';

/** The other places that wear the same frame. */
const REALMS = {
  office: { href: '/admin', icon: <OfficeIcon size={16} /> },
  developer: { href: '/developer', icon: <CodeIcon size={16} /> },
} as const;

interface PersonMenuProps {
  readonly name: string;
  readonly email: string;
  readonly settingsHref?: string;
  readonly securityHref?: string;
  readonly realms?: readonly (keyof typeof REALMS)[];
}

/** Who is signed in, where else they may go, and the way out. */
export function PersonMenu({ name, email, settingsHref, securityHref, realms = [] }: PersonMenuProps) {
  const t = useTranslations('frame');
  const signOut = useSignOut();
  return (
    <LazyMenu
      label={t('person.menu')}
      align="end"
      linkComponent={Link}
      trigger={<PersonButton name={name || email} detail={name ? email : undefined} label={t('person.open', { name: name || email })} />}
      items={[
        { kind: 'heading', key: 'who', label: email },
        ...(settingsHref ? [{ key: 'settings', label: t('nav.settings'), icon: <GearIcon size={16} />, href: settingsHref }] : []),
        ...(securityHref ? [{ key: 'security', label: t('person.security'), icon: <KeyIcon size={16} />, href: securityHref }] : []),
        ...realms.map((key) => ({ key, label: t(`realm.${key}`), ...REALMS[key] })),
        { kind: 'separator', key: 'line' },
        { key: 'out', label: t('person.signOut'), icon: <LogoutIcon size={16} />, onSelect: () => void signOut() },
      ]}
    />
  );
}
