'use client';

import { GearIcon, LogoutIcon, Menu, PersonButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useSignOut } from '../areas/auth/use-sign-out';

/** Who is signed in, and the way out. */
export function PersonMenu({ name, email, settingsHref }: { name: string; email: string; settingsHref?: string }) {
  const t = useTranslations('common');
  const signOut = useSignOut();
  return (
    <Menu
      label={t('person.menu')}
      align="end"
      linkComponent={Link}
      trigger={<PersonButton name={name || email} detail={name ? email : undefined} label={t('person.open', { name: name || email })} />}
      items={[
        { kind: 'heading', key: 'who', label: email },
        ...(settingsHref ? [{ key: 'settings', label: t('nav.settings'), icon: <GearIcon size={16} />, href: settingsHref }] : []),
        { kind: 'separator', key: 'line' },
        { key: 'out', label: t('person.signOut'), icon: <LogoutIcon size={16} />, onSelect: () => void signOut() },
      ]}
    />
  );
}
