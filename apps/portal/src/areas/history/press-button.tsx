'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Button, ConfirmDialog, type ButtonProps } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import type { Document } from '../../api/document';
import { useFaultToast } from '../../frame/use-fault-toast';
import { CancelHistoryImportDocument, PauseHistoryImportDocument, ResumeHistoryImportDocument, RunHistoryImportDocument, UndoHistoryImportDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';

export type PressedStep = 'run' | 'pause' | 'resume' | 'cancel' | 'undo';

const DOCUMENTS: Readonly<Record<PressedStep, Document<unknown, { id: string }>>> = { run: RunHistoryImportDocument, pause: PauseHistoryImportDocument, resume: ResumeHistoryImportDocument, cancel: CancelHistoryImportDocument, undo: UndoHistoryImportDocument };
const LOOKS: Readonly<Record<PressedStep, ButtonProps['variant']>> = { run: 'primary', pause: 'secondary', resume: 'primary', cancel: 'quiet', undo: 'secondary' };

/** One thing that can be done with an import; what cannot be undone by pressing again is asked once more. */
export function PressButton({ id, step, label }: { id: string; step: PressedStep; label?: string }) {
  const t = useTranslations('history.press');
  const common = useTranslations('frame');
  const mayImport = useMay('telemetry:import');
  const say = useFaultToast();
  const cache = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const change = useChange(DOCUMENTS[step]);
  const press = (): void =>
    change.mutate({ id }, { onError: say, onSettled: () => {
      setIsAsking(false);
      void cache.invalidateQueries({ queryKey: ['HistoryImport'] });
    } });
  const isAsked = step === 'cancel' || step === 'undo';
  if (!mayImport) return null;
  return (
    <>
      <Button variant={LOOKS[step] ?? 'secondary'} isLoading={change.isPending} onClick={() => (isAsked ? setIsAsking(true) : press())}>
        {label ?? t(step)}
      </Button>
      {isAsked && (
        <ConfirmDialog
          isOpen={isAsking}
          onOpenChange={setIsAsking}
          title={t(`${step}Title`)}
          description={t(`${step}Body`)}
          tone={step === 'undo' ? 'danger' : 'primary'}
          confirmLabel={t(step)}
          cancelLabel={t('keep')}
          closeLabel={common('close')}
          isPending={change.isPending}
          onConfirm={press}
        />
      )}
    </>
  );
}
