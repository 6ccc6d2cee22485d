'use client';

import { LanguageIcon, LogoutIcon, TableIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useSignOut } from '../../areas/auth/use-sign-out';
import { LOCALES } from '../../i18n/locale';
import { useLanguage } from '../../i18n/use-language';
import { useDensity } from '../../theme/density';
import type { Findable } from './found';

/** What anybody may do in any frame. */
export function useFrameActs(): readonly Findable[] {
  const t = useTranslations('frame');
  const signOut = useSignOut();
  const { locale, choose } = useLanguage();
  const { density, setDensity } = useDensity();
  const other = LOCALES.find((one) => one !== locale) ?? locale;
  const nextDensity = density === 'compact' ? 'comfortable' : 'compact';
  return [
    { key: 'language', icon: <LanguageIcon />, label: t('palette.acts.language', { name: t(`language.name.${other}`) }), keywords: ['language', '语言'], act: () => choose(other) },
    { key: 'density', icon: <TableIcon />, label: t(`palette.acts.${nextDensity}`), keywords: ['density'], act: () => setDensity(nextDensity) },
    { key: 'sign-out', icon: <LogoutIcon />, label: t('palette.acts.signOut'), keywords: ['log out'], act: () => void signOut() },
  ];
}
