'use client';

import { RadioCards, THEMES, useTheme, type Theme } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { LOCALES, type Locale } from '../../i18n/locale';
import { useLanguage } from '../../i18n/use-language';
import { useDensity } from '../../theme/density';
import type { Density } from '../../theme/density-cookie';

export function LanguageCards() {
  const t = useTranslations('settings.look');
  const names = useTranslations('frame.language.name');
  const { locale, choose } = useLanguage();
  return (
    <RadioCards<Locale>
      legend={t('language')}
      name="language"
      columns={2}
      value={locale}
      onValueChange={choose}
      options={LOCALES.map((value) => ({ value, label: names(value) }))}
    />
  );
}

export function ThemeCards() {
  const t = useTranslations('settings.look.themes');
  const { theme, setTheme } = useTheme();
  const choices = ['system', ...THEMES] as const;
  return (
    <RadioCards<Theme | 'system'>
      legend={t('legend')}
      name="theme"
      columns={3}
      value={theme}
      onValueChange={setTheme}
      options={choices.map((value) => ({ value, label: t(value) }))}
    />
  );
}

export function DensityCards() {
  const t = useTranslations('settings.look.density');
  const { density, setDensity } = useDensity();
  const choices = ['comfortable', 'compact'] as const;
  return (
    <RadioCards<Density>
      legend={t('legend')}
      name="density"
      columns={2}
      value={density}
      onValueChange={setDensity}
      options={choices.map((value) => ({ value, label: t(value), description: t(`${value}Help`) }))}
    />
  );
}
