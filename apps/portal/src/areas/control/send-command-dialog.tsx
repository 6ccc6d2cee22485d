'use client';

import { Checkbox, SelectField, TextAreaField, TextField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../frame/form-dialog';
import { SendCommandDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { writtenParams } from './json-text';

const MINUTE_MS = 60_000;
/** For how long a command may wait for a machine that does not listen. */
const WAITS = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 1_440 * MINUTE_MS, week: 10_080 * MINUTE_MS } as const;
type Wait = keyof typeof WAITS;

interface SendCommandDialogProps {
  readonly machine: { readonly id: string; readonly name: string };
  onClose(): void;
}

/** Sends a command. However often its button is pressed, the machine gets it once. */
export function SendCommandDialog({ machine, onClose }: SendCommandDialogProps) {
  const t = useTranslations('control.send');
  const cache = useQueryClient();
  const [requestKey] = useState(() => crypto.randomUUID());
  const [missing, setMissing] = useState<'method' | 'params' | null>(null);
  const send = useChange(SendCommandDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['MachineControl'] });
      onClose();
    },
  });
  const submit = (form: HTMLFormElement): void => {
    const values = new FormData(form);
    const method = String(values.get('method') ?? '').trim();
    const params = writtenParams(String(values.get('params') ?? ''));
    setMissing(method === '' ? 'method' : params === undefined ? 'params' : null);
    if (method === '' || params === undefined) return;
    const expiresInMs = WAITS[String(values.get('wait')) as Wait];
    send.mutate({ input: { deviceId: machine.id, method, params, expectsAnswer: values.has('expectsAnswer'), expiresInMs, requestKey } });
  };
  return (
    <FormDialog title={t('title', { name: machine.name })} body={t('body')} submitLabel={t('submit')} isPending={send.isPending} onSend={submit} onClose={onClose}>
      <TextField label={t('method')} hint={t('methodHint')} name="method" required maxLength={128} spellCheck={false} autoCapitalize="off" className="font-mono" error={missing === 'method' ? t('methodMissing') : undefined} />
      <TextAreaField label={t('params')} hint={t('paramsHint')} name="params" rows={4} isMono spellCheck={false} placeholder={'{"speed": 3}'} error={missing === 'params' ? t('paramsFault') : undefined} />
      <SelectField label={t('wait')} hint={t('waitHint')} name="wait" defaultValue="hour" options={(Object.keys(WAITS) as Wait[]).map((value) => ({ value, label: t(`waits.${value}`) }))} />
      <Checkbox label={t('expectsAnswer')} name="expectsAnswer" defaultChecked />
      <FormFault error={send.error} />
    </FormDialog>
  );
}
