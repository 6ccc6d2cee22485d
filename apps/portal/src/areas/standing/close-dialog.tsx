'use client';

import { TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { CloseCompanyDocument } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { useStandingChanged } from './use-standing-changed';

const LOSSES = ['machines', 'people', 'apps', 'fee'] as const;

/** Closes the company, once its name is typed again. */
export function CloseDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations('standing.close');
  const { tenant } = useViewer();
  const changed = useStandingChanged();
  const faultLine = useFaultLine();
  const [name, setName] = useState('');
  const [isOther, setIsOther] = useState(false);
  const change = useChange(CloseCompanyDocument, {
    onDone: async () => {
      await changed(t('done'));
      onClose();
    },
  });
  const send = (): void => {
    const isOwn = name.trim() === tenant.name;
    setIsOther(!isOwn);
    if (isOwn) change.mutate({ name });
  };
  return (
    <FormDialog title={t('title', { company: tenant.name })} body={t('keeps')} submitLabel={t('confirm')} isDestroying isPending={change.isPending} onSend={send} onClose={onClose}>
      <div className="border-l-2 border-danger pl-3">
        <p className="text-13 text-ink-2">{t('heading')}</p>
        <ul className="mt-1 list-disc space-y-1 pl-4 text-14">
          {LOSSES.map((loss) => (
            <li key={loss}>{t(`loss.${loss}`)}</li>
          ))}
        </ul>
      </div>
      <TextField
        label={t('name', { company: tenant.name })}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        autoComplete="off"
        required
        error={isOther ? t('other') : faultLine(change.error)}
      />
    </FormDialog>
  );
}
