'use client';

import { useLocale } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { remember } from '../theme/remember';
import { LOCALE_COOKIE, type Locale } from './locale';

/** The language spoken, and how to change it: remembered for a year, and the page is said again in the other one. */
export function useLanguage(): { locale: Locale; isChanging: boolean; choose(locale: Locale): void } {
  const locale = useLocale();
  const router = useRouter();
  const [isChanging, start] = useTransition();
  const choose = (next: Locale): void => {
    remember(LOCALE_COOKIE, next);
    start(() => router.refresh());
  };
  return { locale, isChanging, choose };
}
