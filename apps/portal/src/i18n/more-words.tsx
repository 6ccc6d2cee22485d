'use client';

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { useMemo, type ReactNode } from 'react';

export function MoreWords({ words, children }: { words: Record<string, unknown>; children: ReactNode }) {
  const locale = useLocale();
  const already = useMessages();
  const messages = useMemo(() => ({ ...already, ...words }), [already, words]);
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
