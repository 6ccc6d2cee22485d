import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { answerKey } from '../../../../api/document';
import { Known } from '../../../../api/prefetched';
import { MachinePage } from '../../../../areas/machine/machine-page';
import { readMachine } from '../../../../areas/machine/read-machine';
import { MachineDocument } from '../../../../generated/documents';
import { WordsFor } from '../../../../i18n/words-for';

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const machine = await readMachine((await params).id);
  const t = await getTranslations('machines');
  return { title: typeof machine === 'string' ? t('title') : machine.device.name };
}

export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const machine = await readMachine(id);
  if (machine === 'none') notFound();
  return (
    <WordsFor areas={['machines', 'plant', 'handover', 'certificates', 'control', 'completeness', 'metrics', 'refusals', 'campaigns']}>
      <Known answers={machine === 'unknown' ? [] : [{ key: answerKey(MachineDocument, { id }), answer: machine }]}>
        <MachinePage id={id} />
      </Known>
    </WordsFor>
  );
}
