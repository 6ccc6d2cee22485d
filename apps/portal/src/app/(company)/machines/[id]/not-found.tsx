import { EmptyState, LinkButton, MachineIllustration } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';

export default async function NoSuchMachine() {
  const t = await getTranslations('machines.noSuch');
  return (
    <EmptyState
      headingLevel={2}
      illustration={<MachineIllustration />}
      title={t('title')}
      body={t('body')}
      action={
        <LinkButton asChild variant="primary">
          <Link href="/machines">{t('toList')}</Link>
        </LinkButton>
      }
    />
  );
}
