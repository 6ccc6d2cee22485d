'use client';

import { Button, Callout } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { PayByCardDocument } from '../../generated/documents';

/** Leads to the payment service's page, and says why where it does not. */
export function PayByCard({ invoiceId }: { invoiceId: string }) {
  const t = useTranslations('invoices.card');
  const faultLine = useFaultLine();
  const change = useChange(PayByCardDocument, { onDone: ({ payByCard }) => window.location.assign(payByCard.url) });
  return (
    <>
      <Button variant="primary" isLoading={change.isPending || change.isSuccess} onClick={() => change.mutate({ invoiceId })}>
        {t('pay')}
      </Button>
      {change.isError && (
        <Callout tone="danger" role="alert" className="w-full">
          {faultLine(change.error)}
        </Callout>
      )}
    </>
  );
}
