'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { MachineHandoverDocument } from '../../generated/documents';
import { OpenHandover } from './open-handover';
import { ReleaseForm } from './release-form';

interface HandOverMachineProps {
  readonly machine: { readonly id: string; readonly name: string };
  onClose(): void;
}

/** Releases a machine to another company; of one that is released, shows how that stands. */
export function HandOverMachine({ machine: { id, name }, onClose }: HandOverMachineProps) {
  const t = useTranslations('handover');
  const [isAgain, setIsAgain] = useState(false);
  const { data, isError } = useAnswer(MachineHandoverDocument, { id });
  const handover = data?.device.handover;
  if (!data && !isError) return null;
  if (handover?.state === 'OPEN' && !isAgain) return <OpenHandover name={name} handover={handover} onAgain={() => setIsAgain(true)} onClose={onClose} />;
  return <ReleaseForm ids={[id]} title={t('title', { name })} onClose={onClose} />;
}
