'use client';

import { HANDOVER_DAYS, HANDOVER_WAYS } from '@tenon/domain/devices';
import { Callout, RadioCards, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../frame/form-dialog';
import { ReleaseMachinesDocument, type HandoverWay } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { usePlantChanged } from '../plant/use-plant-changed';
import { Labels } from './labels';

const WAYS = HANDOVER_WAYS.map((way) => way.toUpperCase() as HandoverWay);
const LIVES = [7, HANDOVER_DAYS.usual, 90, HANDOVER_DAYS.most];
const CREDENTIALS = ['keep', 'new'] as const;

interface ReleaseFormProps {
  readonly ids: readonly string[];
  readonly title: string;
  onClose(): void;
  /** Something was released. */
  onDone?(): void;
}

/** How machines are released to another company, and then what they are taken over by. */
export function ReleaseForm({ ids, title, onClose, onDone }: ReleaseFormProps) {
  const t = useTranslations('handover');
  const changed = usePlantChanged();
  const [way, setWay] = useState<HandoverWay>('CODE');
  const [credentials, setCredentials] = useState<(typeof CREDENTIALS)[number]>('keep');
  const change = useChange(ReleaseMachinesDocument);
  const leave = (): void => {
    void changed();
    onDone?.();
    onClose();
  };
  if (change.data) return <Labels released={change.data.releaseDevices} onClose={leave} />;
  const send = (form: HTMLFormElement): void => change.mutate({ input: { ids: [...ids], way, days: Number(new FormData(form).get('days')), keepsCredentials: credentials === 'keep' } });
  return (
    <FormDialog title={title} body={t('body')} submitLabel={t('release', { count: ids.length })} isPending={change.isPending} onSend={send} onClose={onClose}>
      <FormFault error={change.error} />
      <RadioCards legend={t('way')} name="way" value={way} onValueChange={setWay} options={WAYS.map((value) => ({ value, label: t(`ways.${value}`), description: t(`wayHelp.${value}`) }))} />
      <RadioCards legend={t('credentials')} name="credentials" value={credentials} onValueChange={setCredentials} options={CREDENTIALS.map((value) => ({ value, label: t(`credentialChoices.${value}`), description: t(`credentialHelp.${value}`) }))} />
      <SelectField label={t('days')} name="days" defaultValue={String(HANDOVER_DAYS.usual)} options={LIVES.map((days) => ({ value: String(days), label: t('daysChoice', { days }) }))} />
      <Callout>{t('consequence')}</Callout>
    </FormDialog>
  );
}
