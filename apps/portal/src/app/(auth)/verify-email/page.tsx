import type { Metadata } from 'next';
import { Callout } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import { AuthShell } from '../../../areas/auth/auth-shell';
import { VerifyEmailCard } from '../../../areas/auth/verify-email-card';

export async function generateMetadata(): Promise<Metadata> {
  // The address carries a secret: it is sent to nobody and kept by no one.
  return { title: (await getTranslations('auth'))('verify.title'), referrer: 'no-referrer', robots: { index: false } };
}

/** Where the link leads that is mailed at sign-up; whoever opens it need not be signed in here. */
export default async function VerifyEmailPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  const t = await getTranslations('auth.verify');
  return <AuthShell title={t('title')}>{typeof token === 'string' && token !== '' ? <VerifyEmailCard token={token} /> : <Callout tone="caution">{t('noToken')}</Callout>}</AuthShell>;
}
