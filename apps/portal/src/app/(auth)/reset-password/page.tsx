import type { Metadata } from 'next';
import { Callout, LinkButton } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import { Link } from '../../../frame/link';
import { AuthShell } from '../../../areas/auth/auth-shell';
import { ResetPasswordForm } from '../../../areas/auth/reset-password-form';

export async function generateMetadata(): Promise<Metadata> {
  // The address carries a secret: it is sent to nobody and kept by no one.
  return { title: (await getTranslations('auth'))('reset.title'), referrer: 'no-referrer', robots: { index: false } };
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  const t = await getTranslations('auth.reset');
  return (
    <AuthShell title={t('title')}>
      {typeof token === 'string' && token !== '' ? (
        <ResetPasswordForm token={token} />
      ) : (
        <Callout
          tone="caution"
          action={
            <LinkButton asChild>
              <Link href="/forgot-password">{t('again')}</Link>
            </LinkButton>
          }
        >
          {t('noToken')}
        </Callout>
      )}
    </AuthShell>
  );
}
