'use client';

import { TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { RenamePasskeyDocument } from '../../generated/documents';
import { textOf } from './own-password-field';
import type { Passkey } from './passkey';

interface RenamePasskeyProps {
  readonly passkey: Passkey;
  onRenamed(): void;
  onClose(): void;
}

export function RenamePasskey({ passkey, onRenamed, onClose }: RenamePasskeyProps) {
  const t = useTranslations('security.passkeys');
  const faultLine = useFaultLine();
  const [isMissing, setIsMissing] = useState(false);
  const rename = useChange(RenamePasskeyDocument, { onDone: onRenamed });
  const send = (form: HTMLFormElement): void => {
    const name = textOf(form, 'name').trim();
    setIsMissing(name === '');
    if (name) rename.mutate({ id: passkey.id, name });
  };
  return (
    <FormDialog title={t('renameTitle')} isPending={rename.isPending} onSend={send} onClose={onClose}>
      <TextField label={t('name')} name="name" defaultValue={passkey.name} maxLength={60} required autoComplete="off" error={isMissing ? t('nameMissing') : faultLine(rename.error)} />
    </FormDialog>
  );
}
