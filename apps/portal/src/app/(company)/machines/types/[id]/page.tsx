import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { answerKey } from '../../../../../api/document';
import { Known } from '../../../../../api/prefetched';
import { readType } from '../../../../../areas/device-types/read-type';
import { TypePage } from '../../../../../areas/device-types/type-page';
import { DeviceTypeDocument } from '../../../../../generated/documents';
import { WordsFor } from '../../../../../i18n/words-for';

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const type = await readType((await params).id);
  const t = await getTranslations('deviceTypes');
  return { title: typeof type === 'string' ? t('title') : type.deviceType.name };
}

export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const type = await readType(id);
  if (type === 'none') notFound();
  return (
    <WordsFor areas={['deviceTypes', 'metrics']}>
      <Known answers={type === 'unknown' ? [] : [{ key: answerKey(DeviceTypeDocument, { id }), answer: type }]}>
        <TypePage id={id} />
      </Known>
    </WordsFor>
  );
}
