'use client';

import { NumberField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { SetCapDocument, type MeterFactsFragment } from '../../generated/documents';
import { mostCostMinor } from './most-cost';
import { usePlanChanged } from './use-plan-changed';
import { usePlanWords } from './use-plan-words';

interface CapDialogProps {
  readonly usage: MeterFactsFragment;
  readonly monthTo: string;
  onClose(): void;
}

/** Sets where a meter ends, and says what that can cost at most. */
export function CapDialog({ usage, monthTo, onClose }: CapDialogProps) {
  const t = useTranslations('plan');
  const words = usePlanWords();
  const changed = usePlanChanged();
  const faultLine = useFaultLine();
  const { meter, quota, overage } = usage;
  const [cap, setCap] = useState<number | null>(usage.cap ?? null);
  const change = useChange(SetCapDocument, {
    onDone: () => {
      changed(t('cap.done'));
      onClose();
    },
  });
  const days = Number(monthTo.slice(-2));
  const most = cap === null ? 0 : mostCostMinor({ cap, quota, overage }, days);
  return (
    <FormDialog
      title={t('cap.title', { meter: t(`quota.${meter}`) })}
      body={t(overage ? 'cap.sold' : 'cap.notSold', { quota: words.count(quota), price: overage ? words.price(overage) : '' })}
      isPending={change.isPending}
      onSend={() => change.mutate({ input: { meter, cap } })}
      onClose={onClose}
    >
      <NumberField label={t('cap.field')} hint={t('cap.hint')} value={cap} onValueChange={setCap} min={0} precision={0} error={faultLine(change.error)} />
      <p className="text-14 text-ink-2" aria-live="polite">
        {t('cap.most', { most: words.money(most) })}
      </p>
    </FormDialog>
  );
}
