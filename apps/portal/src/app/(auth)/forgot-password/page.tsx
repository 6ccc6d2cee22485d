import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Link } from '../../../frame/link';
import type { ReactNode } from 'react';
import { AuthShell } from '../../../areas/auth/auth-shell';
import { ForgotPasswordForm } from '../../../areas/auth/forgot-password-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('forgot.title') };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations('auth.forgot');
  const link = (words: ReactNode) => (
    <Link href="/sign-in" className="text-accent-text underline underline-offset-4">
      {words}
    </Link>
  );
  return (
    <AuthShell title={t('title')} subtitle={t('subtitle')} footer={t.rich('back', { link })}>
      <ForgotPasswordForm />
    </AuthShell>
  );
}
