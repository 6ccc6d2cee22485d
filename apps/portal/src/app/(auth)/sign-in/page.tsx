import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { AuthShell } from '../../../areas/auth/auth-shell';
import { safeNext } from '../../../areas/auth/safe-next';
import { SignInForm } from '../../../areas/auth/sign-in-form';
import { leaveIfSignedIn } from '../../../viewer/leave-if-signed-in';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signIn.title') };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = safeNext((await searchParams).next);
  await leaveIfSignedIn(next);
  const t = await getTranslations('auth.signIn');
  const link = (words: ReactNode) => (
    <Link href="/sign-up" className="text-accent-text underline underline-offset-4">
      {words}
    </Link>
  );
  return (
    <AuthShell title={t('title')} footer={t.rich('none', { link })}>
      <SignInForm next={next} />
    </AuthShell>
  );
}
