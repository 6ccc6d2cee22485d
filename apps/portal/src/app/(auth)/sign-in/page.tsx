import { safeNext } from '@tenon/domain/identity';
import type { Metadata } from 'next';
import { Callout } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import { Link } from '../../../frame/link';
import type { ReactNode } from 'react';
import { AuthShell } from '../../../areas/auth/auth-shell';
import { SignInForm, type ComingBack } from '../../../areas/auth/sign-in-form';
import { leaveIfSignedIn } from '../../../viewer/leave-if-signed-in';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signIn.title') };
}

/** How whoever was at the provider of their company comes back from there. */
function comingBack({ step, fault }: Record<string, string | string[] | undefined>): ComingBack {
  if (step === 'code') return 'code-asked';
  return typeof fault === 'string' && /^[A-Z_.]{1,60}$/.test(fault) ? { fault } : null;
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const asked = await searchParams;
  const next = safeNext(asked['next']);
  const comesBack = comingBack(asked);
  // Whoever is signed in and came back with a fault is told of it first.
  if (comesBack === null) await leaveIfSignedIn(next);
  const t = await getTranslations('auth.signIn');
  const link = (words: ReactNode) => (
    <Link href="/sign-up" className="text-accent-text underline underline-offset-4">
      {words}
    </Link>
  );
  return (
    <AuthShell title={t('title')} footer={t.rich('none', { link })}>
      {asked['left'] === 'account' && (
        <div className="mb-5">
          <Callout tone="good" title={t('accountDeleted')} />
        </div>
      )}
      <SignInForm next={next} comesBack={comesBack} />
    </AuthShell>
  );
}
