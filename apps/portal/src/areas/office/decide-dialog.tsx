'use client';

import { Button, Dialog, FormError, TextAreaField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useErrorWords } from '../../errors/use-error-words';
import { useToast } from '../../frame/toasts';
import { DecideVersionDocument, type ReviewDecision } from '../../generated/documents';
import type { AppVersion } from '../developer/find-version';
import { useVersionName } from '../developer/manifest-view';

interface DecideDialogProps {
  readonly version: AppVersion;
  readonly decision: ReviewDecision;
  onClose(): void;
}

const WORDS = {
  APPROVE: { title: 'approveTitle', body: 'approveBody', confirm: 'approveConfirm', done: 'approved' },
  REJECT: { title: 'rejectTitle', body: 'rejectBody', confirm: 'rejectConfirm', done: 'rejected' },
} as const;

/** Approves a version, or sends it back with the reason. */
export function DecideDialog({ version, decision, onClose }: DecideDialogProps) {
  const t = useTranslations('office.review');
  const common = useTranslations('common');
  const words = useErrorWords();
  const toast = useToast();
  const cache = useQueryClient();
  const app = useVersionName()(version);
  const keys = WORDS[decision];
  const facts = { app, version: version.version };
  const [note, setNote] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(DecideVersionDocument, {
    onDone: async () => {
      toast.show({ title: t(keys.done, facts), tone: 'good' });
      await cache.invalidateQueries({ queryKey: ['ReviewQueue'] });
      onClose();
    },
  });
  const fault = change.error && words(change.error);
  const send = (): void => {
    const isGiven = decision === 'APPROVE' || note.trim() !== '';
    setIsMissing(!isGiven);
    if (isGiven) change.mutate({ input: { versionId: version.id, decision, note: note.trim() || null } });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t(keys.title, facts)}
      description={t(keys.body)}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant={decision === 'APPROVE' ? 'primary' : 'danger'} isLoading={change.isPending} loadingLabel={t('pending')} onClick={send}>
            {t(keys.confirm)}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        {fault && (
          <FormError title={fault.what} code={fault.code}>
            {fault.next}
          </FormError>
        )}
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
