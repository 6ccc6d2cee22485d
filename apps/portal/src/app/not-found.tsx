import type { Metadata } from 'next';
import { EmptyState, LinkButton } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('common'))('notFound.title') };
}

export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  return (
    <main id="main" className="grid min-h-dvh place-items-center p-6">
      <EmptyState
        headingLevel={2}
        title={t('title')}
        body={t('body')}
        action={
          <LinkButton asChild variant="primary">
            <Link href="/">{t('home')}</Link>
          </LinkButton>
        }
      />
    </main>
  );
}
