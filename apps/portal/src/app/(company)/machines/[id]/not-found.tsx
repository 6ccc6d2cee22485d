import { LinkButton, MachineIllustration, PageHeader } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import { Link } from '../../../../frame/link';

export default async function NoSuchMachine() {
  const t = await getTranslations('machines.noSuch');
  return (
    <div className="grid justify-items-start gap-6">
      <PageHeader title={t('title')} answer={t('body')} />
      <MachineIllustration />
      <LinkButton asChild variant="primary">
        <Link href="/machines">{t('toList')}</Link>
      </LinkButton>
    </div>
  );
}
