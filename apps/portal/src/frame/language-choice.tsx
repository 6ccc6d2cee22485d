'use client';

import { Button, LanguageIcon, Menu } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { LOCALES } from '../i18n/locale';
import { useLanguage } from '../i18n/use-language';

/** The switch between the languages, each named in itself. */
export function LanguageChoice() {
  const t = useTranslations('common');
  const { locale, isChanging, choose } = useLanguage();
  return (
    <Menu
      label={t('language.label')}
      align="end"
      trigger={
        <Button variant="quiet" size="sm" icon={<LanguageIcon size={16} />} isLoading={isChanging} loadingLabel={t('language.label')} aria-label={t('language.switch')}>
          {t(`language.short.${locale}`)}
        </Button>
      }
      items={LOCALES.map((key) => ({
        kind: 'choice' as const,
        key,
        label: t(`language.name.${key}`),
        isChecked: key === locale,
        onSelect: () => choose(key),
      }))}
    />
  );
}
