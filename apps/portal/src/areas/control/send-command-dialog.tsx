'use client';

import { SelectField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../frame/form-dialog';
import { SendCommandDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import type { Machine } from '../machine/use-machine';
import { spoken } from '../metrics/spoken';
import { CommandFields } from './command-fields';
import { writtenParams } from './json-text';
import { commandsOfMetrics } from './metric-commands';
import { commandsOfType } from './typed-commands';
import type { WritableMetric } from './use-control';
import { WAITS, type Wait } from './waits';

/** Stands for a command to be written, where the type has some to choose from. */
const OTHER = '';

interface SendCommandDialogProps {
  readonly machine: Machine;
  readonly metrics: readonly WritableMetric[];
  onClose(): void;
}

/** Sends a command: one of the machine's type, a value for one of its metrics, or any other. However often its button is pressed, the machine gets it once. */
export function SendCommandDialog({ machine, metrics, onClose }: SendCommandDialogProps) {
  const t = useTranslations('control.send');
  const locale = useLocale();
  const cache = useQueryClient();
  const commands = [...commandsOfType(machine), ...commandsOfMetrics(metrics)];
  const [requestKey] = useState(() => crypto.randomUUID());
  const [chosen, choose] = useState(commands[0]?.key ?? OTHER);
  const [missing, setMissing] = useState<'method' | 'params' | null>(null);
  const send = useChange(SendCommandDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['MachineControl'] });
      onClose();
    },
  });
  const command = commands.find(({ key }) => key === chosen) ?? null;
  const submit = (form: HTMLFormElement): void => {
    const values = new FormData(form);
    const method = String(values.get('method') ?? '').trim();
    const params = writtenParams(String(values.get('params') ?? ''));
    setMissing(method === '' ? 'method' : params === undefined ? 'params' : null);
    if (method === '' || params === undefined) return;
    const expiresInMs = WAITS[String(values.get('wait')) as Wait];
    send.mutate({ input: { deviceId: machine.id, method, params, expectsAnswer: values.has('expectsAnswer'), timeoutMs: command?.timeoutMs, expiresInMs, requestKey } });
  };
  return (
    <FormDialog title={t('title', { name: machine.name })} body={t('body')} submitLabel={t('submit')} isPending={send.isPending} onSend={submit} onClose={onClose}>
      {commands.length > 0 && (
        <SelectField
          label={t(metrics.length > 0 ? 'commandOrMetric' : 'command')}
          value={chosen}
          onValueChange={choose}
          options={[...commands.map(({ key, name }) => ({ value: key, label: spoken(name, locale) || key })), { value: OTHER, label: t('other') }]}
        />
      )}
      <CommandFields key={chosen} command={command} missing={missing} />
      <FormFault error={send.error} />
    </FormDialog>
  );
}
