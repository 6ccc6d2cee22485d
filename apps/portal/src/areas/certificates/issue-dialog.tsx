'use client';

import { Callout, RadioCards, SelectField, TextAreaField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../../frame/form-dialog';
import { FormFault } from '../apps/form-fault';
import { useIssue, type Issued } from './use-issue';

const SPANS = ['365', '730', '1825', '3650'] as const;
const TWO_YEARS = '730';
type Way = 'here' | 'written';

/** Browsers make keys over https and on the machine itself alone. */
const canMakeKeys = (): boolean => globalThis.isSecureContext;

interface IssueDialogProps {
  readonly machine: { readonly id: string; readonly name: string };
  onIssued(done: Issued): void;
  onClose(): void;
}

/** Gives a machine a certificate: its key is made in this browser, or by the machine, and the platform never has it. */
export function IssueDialog({ machine, onIssued, onClose }: IssueDialogProps) {
  const t = useTranslations('certificates.issue');
  const [canMake] = useState(canMakeKeys);
  const [way, setWay] = useState<Way>(canMake ? 'here' : 'written');
  const [days, setDays] = useState<string>(TWO_YEARS);
  const [isMissing, setMissing] = useState(false);
  const issue = useIssue(machine.id, onIssued);
  const send = (form: HTMLFormElement): void => {
    const written = way === 'written' ? String(new FormData(form).get('request') ?? '').trim() : '';
    setMissing(way === 'written' && written === '');
    if (way === 'here' || written !== '') issue.mutate({ written, days: Number(days) });
  };
  return (
    <FormDialog title={t('title', { name: machine.name })} body={t('body')} submitLabel={t('submit')} isPending={issue.isPending} onSend={send} onClose={onClose}>
      <RadioCards
        legend={t('way')}
        name="way"
        value={way}
        onValueChange={setWay}
        options={[
          { value: 'here', label: t('here'), description: t('hereNote'), isDisabled: !canMake },
          { value: 'written', label: t('written'), description: t('writtenNote') },
        ]}
      />
      {!canMake && <Callout>{t('notSecure')}</Callout>}
      {way === 'written' && <TextAreaField name="request" label={t('request')} hint={t('requestHint')} error={isMissing ? t('missing') : undefined} isMono rows={5} spellCheck={false} />}
      <SelectField label={t('span')} value={days} onValueChange={setDays} options={SPANS.map((value) => ({ value, label: t('years', { count: Number(value) / 365 }) }))} />
      <FormFault error={issue.error} />
    </FormDialog>
  );
}
