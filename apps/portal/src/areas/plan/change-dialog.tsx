'use client';

import { Button, Dialog, FormError, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { ChangePlanDocument, PlanChangePreviewDocument, type PlanId } from '../../generated/documents';
import { BillPreview } from './bill-preview';
import { usePlanChanged } from './use-plan-changed';
import { usePlanWords } from './use-plan-words';

/** Shows what a change of plan costs, and makes it when that is agreed to. */
export function ChangeDialog({ plan, onClose }: { plan: PlanId; onClose: () => void }) {
  const t = useTranslations('plan.change');
  const frame = useTranslations('frame');
  const words = usePlanWords();
  const changed = usePlanChanged();
  const faultLine = useFaultLine();
  const answer = useAnswer(PlanChangePreviewDocument, { plan });
  const preview = answer.data?.planChangePreview;
  const change = useChange(ChangePlanDocument, {
    onDone: () => {
      changed(t(preview?.isAtOnce ? 'done' : 'agreed', { plan: words.plan(plan) }));
      onClose();
    },
  });
  const fault = faultLine(change.error ?? answer.error);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('title', { plan: words.plan(plan) })}
      closeLabel={frame('close')}
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button variant="primary" disabled={!preview || preview.isHindered} isLoading={change.isPending} onClick={() => preview && change.mutate({ input: { plan, dueNowMinor: preview.dueNowMinor } })}>
            {preview ? t(preview.isAtOnce ? 'agreeNow' : 'agreeLater', { amount: words.money(preview.dueNowMinor) }) : t('reckoning')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {preview ? <BillPreview preview={preview} /> : !answer.error && <Skeleton lines={5} />}
        {fault && <FormError title={fault} />}
      </div>
    </Dialog>
  );
}
