'use client';

import { Button, LanguageIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { LOCALES } from '../i18n/locale';
import { useLanguage } from '../i18n/use-language';

/** Says it all in the other language, which is named in itself. */
export function LanguageChoice() {
  const t = useTranslations('frame.language');
  const { locale, isChanging, choose } = useLanguage();
  const other = LOCALES.find((one) => one !== locale) ?? locale;
  return (
    <Button variant="quiet" size="sm" icon={<LanguageIcon size={16} />} isLoading={isChanging} lang={other} onClick={() => choose(other)}>
      {t(`name.${other}`)}
    </Button>
  );
}
