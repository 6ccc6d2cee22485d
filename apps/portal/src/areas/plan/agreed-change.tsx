'use client';

import { Button, Callout } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { WithdrawPlanChangeDocument, type PlanViewFragment } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { usePlanChanged } from './use-plan-changed';
import { usePlanWords } from './use-plan-words';

/** A change that is agreed for later, which may be taken back until then. */
export function AgreedChange({ next }: { next: NonNullable<PlanViewFragment['next']> }) {
  const t = useTranslations('plan.agreed');
  const words = usePlanWords();
  const changed = usePlanChanged();
  const faultLine = useFaultLine();
  const mayManage = useMay('billing:manage');
  const withdraw = useChange(WithdrawPlanChangeDocument, { onDone: () => changed(t('withdrawn')) });
  return (
    <Callout
      title={t('title', { plan: words.plan(next.plan), day: words.day(next.from) })}
      action={
        mayManage && (
          <Button onClick={() => withdraw.mutate({})} isLoading={withdraw.isPending}>
            {t('withdraw')}
          </Button>
        )
      }
    >
      {faultLine(withdraw.error) ?? t('body')}
    </Callout>
  );
}
