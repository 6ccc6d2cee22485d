import type { Metadata } from 'next';
import { LinkButton } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import { Link } from '../frame/link';
import { Brand } from '../frame/brand';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('notFound.title') };
}

export default async function NotFound() {
  const t = await getTranslations('frame.notFound');
  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-lg content-center gap-6 p-6">
      <Brand size="md" />
      <div className="grid gap-2 border-t border-ink pt-6">
        <h1 className="text-28 font-semibold">{t('title')}</h1>
        <p className="text-16 text-ink-2">{t('body')}</p>
      </div>
      <LinkButton asChild variant="primary" className="justify-self-start">
        <Link href="/">{t('home')}</Link>
      </LinkButton>
    </main>
  );
}
