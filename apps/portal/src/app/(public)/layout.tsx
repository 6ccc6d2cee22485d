import { LinkButton, PublicFrame } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import { Link } from '../../frame/link';
import type { ReactNode } from 'react';
import { Brand } from '../../frame/brand';
import { LanguageChoice } from '../../frame/language-choice';

const HREFS = { how: '/#how', data: '/#data', pricing: '/pricing', benchmarks: '/benchmarks' };

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('public');
  const frame = await getTranslations('frame');
  const places = (['how', 'data', 'pricing', 'benchmarks'] as const).map((key) => ({ key, label: t(`nav.${key}`), href: HREFS[key] }));
  return (
    <PublicFrame
      brand={<Brand size="md" />}
      homeHref="/"
      homeLabel={frame('product')}
      nav={places}
      navLabel={frame('nav.label')}
      menuLabel={t('nav.menu')}
      actions={
        <>
          <LanguageChoice />
          <LinkButton asChild size="sm">
            <Link href="/sign-in">{t('signIn')}</Link>
          </LinkButton>
        </>
      }
      footer={{
        columns: [
          {
            key: 'start',
            title: t('footer.start'),
            links: [
              { key: 'up', label: t('signUp'), href: '/sign-up' },
              { key: 'in', label: t('signIn'), href: '/sign-in' },
            ],
          },
          {
            key: 'about',
            title: t('footer.about'),
            links: [...places, { key: 'privacy', label: t('footer.privacy'), href: '/privacy' }],
          },
        ],
        note: t('footer.note'),
      }}
      skipLabel={frame('skip')}
      linkComponent={Link}
    >
      {children}
    </PublicFrame>
  );
}
