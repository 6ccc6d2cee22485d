import type { Metadata } from 'next';
import { Callout } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import { AuthShell } from '../../../areas/auth/auth-shell';
import { InvitationCard } from '../../../areas/invitation/invitation-card';
import { WordsFor } from '../../../i18n/words-for';
import { readViewer } from '../../../viewer/read-viewer';

export async function generateMetadata(): Promise<Metadata> {
  // The address carries a secret: it is sent to nobody and kept by no one.
  return { title: (await getTranslations('auth'))('invitation.pageTitle'), referrer: 'no-referrer', robots: { index: false } };
}

async function emailIfReachable(): Promise<string | null> {
  try {
    return (await readViewer())?.email ?? null;
  } catch {
    // While the platform is away the card itself says so.
    return null;
  }
}

export default async function InvitationPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  const t = await getTranslations('auth.invitation');
  return (
    <AuthShell title={t('pageTitle')}>
      {typeof token === 'string' && token !== '' ? (
        <WordsFor areas={['people']}>
          <InvitationCard token={token} signedInAs={await emailIfReachable()} />
        </WordsFor>
      ) : (
        <Callout tone="caution">{t('noToken')}</Callout>
      )}
    </AuthShell>
  );
}
