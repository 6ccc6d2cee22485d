import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Link } from '../../../frame/link';
import type { ReactNode } from 'react';
import { AuthShell } from '../../../areas/auth/auth-shell';
import { SignUpForm } from '../../../areas/auth/sign-up-form';
import { leaveIfSignedIn } from '../../../viewer/leave-if-signed-in';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signUp.title') };
}

export default async function SignUpPage() {
  await leaveIfSignedIn('/home');
  const t = await getTranslations('auth.signUp');
  const link = (words: ReactNode) => (
    <Link href="/sign-in" className="text-accent-text underline underline-offset-4">
      {words}
    </Link>
  );
  return (
    <AuthShell title={t('title')} subtitle={t('subtitle')} footer={t.rich('already', { link })}>
      <SignUpForm />
    </AuthShell>
  );
}
