import type { Metadata, Viewport } from 'next';
import { THEME_COOKIE, themeFromCookie } from '@tenon/ui';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, description: t('productInOneLine') };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f6f3' },
    { media: '(prefers-color-scheme: dark)', color: '#16181b' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { frame, errors } = await getMessages();
  const theme = themeFromCookie((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang={await getLocale()} data-theme={theme}>
      <body>
        <NextIntlClientProvider messages={{ frame, errors }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
