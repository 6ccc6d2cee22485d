'use client';

import { Button, Dialog, TextAreaField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { DecideVersionDocument, type ReviewDecision } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import type { AppVersion } from '../developer/find-version';
import { useVersionName } from '../developer/use-version-name';

interface DecideDialogProps {
  readonly version: AppVersion;
  readonly decision: ReviewDecision;
  onClose(): void;
}

const WORDS = {
  APPROVE: { title: 'approveTitle', body: 'approveBody', confirm: 'approveConfirm', done: 'approved' },
  REJECT: { title: 'rejectTitle', body: 'rejectBody', confirm: 'rejectConfirm', done: 'rejected' },
} as const;

function useDecide({ version, decision, onClose }: DecideDialogProps, facts: { app: string; version: string }) {
  const t = useTranslations('office.review');
  const toast = useToast();
  const cache = useQueryClient();
  const [note, setNote] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(DecideVersionDocument, {
    onDone: async () => {
      toast.show({ title: t(WORDS[decision].done, facts), tone: 'good' });
      await cache.invalidateQueries({ queryKey: ['ReviewQueue'] });
      onClose();
    },
  });
  const send = (): void => {
    const isGiven = decision === 'APPROVE' || note.trim() !== '';
    setIsMissing(!isGiven);
    if (isGiven) change.mutate({ input: { versionId: version.id, decision, note: note.trim() || null } });
  };
  return { note, setNote, isMissing, send, isPending: change.isPending, error: change.error };
}

/** Approves a version, or sends it back with the reason. */
export function DecideDialog(props: DecideDialogProps) {
  const { version, decision, onClose } = props;
  const t = useTranslations('office.review');
  const frame = useTranslations('frame');
  const facts = { app: useVersionName()(version), version: version.version };
  const { note, setNote, isMissing, send, isPending, error } = useDecide(props, facts);
  const keys = WORDS[decision];
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t(keys.title, facts)}
      description={t(keys.body)}
      closeLabel={frame('close')}
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button variant={decision === 'APPROVE' ? 'primary' : 'danger'} isLoading={isPending} loadingLabel={t('pending')} onClick={send}>
            {t(keys.confirm)}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <FormFault error={error} />
        <TextAreaField
          label={t('note')}
          hint={t('noteHint')}
          optionalLabel={decision === 'APPROVE' ? t('noteOptional') : undefined}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          rows={4}
          maxLength={2_000}
          error={isMissing ? t('noteMissing') : undefined}
        />
      </div>
    </Dialog>
  );
}
