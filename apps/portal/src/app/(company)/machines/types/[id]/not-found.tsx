import { LinkButton, MachineIllustration, PageHeader } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import { Link } from '../../../../../frame/link';

export default async function NoSuchType() {
  const t = await getTranslations('deviceTypes.type');
  return (
    <div className="grid justify-items-start gap-6">
      <PageHeader title={t('noSuch')} answer={t('noSuchBody')} />
      <MachineIllustration />
      <LinkButton asChild variant="primary">
        <Link href="/machines/types">{t('toList')}</Link>
      </LinkButton>
    </div>
  );
}
