'use client';

import { TextAreaField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useChange } from '../../api/use-change';
import { RecordBankStatementDocument } from '../../generated/documents';
import { OfficeForm } from '../office/office-form';
import { useBillingChanged } from './use-billing-changed';

/** Records a bank statement, from a file or as it is pasted. */
export function StatementDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('billing.statement');
  const fileId = useId();
  const changed = useBillingChanged();
  const [csv, setCsv] = useState('');
  const change = useChange(RecordBankStatementDocument, {
    onDone: async ({ recordBankStatement: { recorded, matched, known } }) => {
      await changed(t('done', { recorded, matched, known }));
      onClose();
    },
  });
  return (
    <OfficeForm title={t('title')} body={t('body')} change={change} onClose={onClose} onSend={() => change.mutate({ csv })}>
      <div className="grid gap-1">
        <label htmlFor={fileId} className="text-14 font-medium">
          {t('file')}
        </label>
        <input id={fileId} type="file" accept=".csv,text/csv,text/plain" className="text-14" onChange={(event) => void event.currentTarget.files?.[0]?.text().then(setCsv)} />
      </div>
      <TextAreaField label={t('text')} hint={t('hint')} rows={6} value={csv} onChange={(event) => setCsv(event.currentTarget.value)} />
    </OfficeForm>
  );
}
