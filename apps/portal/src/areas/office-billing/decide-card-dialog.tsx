'use client';

import { TextAreaField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { ReopenCardEventDocument, SettleCardEventDocument, type DoubtfulCardFactsFragment } from '../../generated/documents';
import { OfficeForm } from '../office/office-form';
import { CardDecision } from './card-event-state';
import { useBillingChanged } from './use-billing-changed';

/** Says that a message is dealt with, or opens it again, with the reason. Who was overtaken is told by whom, and finds the list as it is. */
export function DecideCardDialog({ event: { id, isSettled, decisions }, onClose }: { event: DoubtfulCardFactsFragment; onClose: () => void }) {
  const t = useTranslations('billing.cards.decide');
  const cache = useQueryClient();
  const changed = useBillingChanged();
  const [reason, setReason] = useState('');
  const onDone = async (): Promise<void> => {
    await changed(t(isSettled ? 'doneReopen' : 'doneSettle'));
    onClose();
  };
  const onError = (): void => void cache.invalidateQueries({ queryKey: ['DoubtfulCardEvents'] });
  const settle = useChange(SettleCardEventDocument, { onDone });
  const reopen = useChange(ReopenCardEventDocument, { onDone });
  const change = isSettled ? reopen : settle;
  const move = isSettled ? 'reopen' : 'settle';
  return (
    <OfficeForm title={t(move)} body={t(`${move}Body`)} submitLabel={t(move)} change={change} onClose={onClose} onSend={() => change.mutate({ input: { id, reason } }, { onError })}>
      <TextAreaField label={t('reason')} hint={t('reasonHint')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} rows={3} required />
      {decisions.length > 0 && (
        <div className="grid gap-2">
          <p className="text-13 text-ink-3">{t('history')}</p>
          {decisions.map((decision) => (
            <CardDecision key={decision.id} of={decision} />
          ))}
        </div>
      )}
    </OfficeForm>
  );
}
