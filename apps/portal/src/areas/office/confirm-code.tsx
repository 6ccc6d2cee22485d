'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useFaultToast } from '../../frame/use-fault-toast';
import { ConfirmCreditCodeDocument } from '../../generated/documents';
import { useCompanyChanged } from './use-company-change';

/** Says that the code that is shown was compared with the register; one that changed meanwhile is not confirmed. */
export function ConfirmCode({ id, creditCode }: { id: string; creditCode: string }) {
  const t = useTranslations('office.profile');
  const sayFault = useFaultToast();
  const changed = useCompanyChanged();
  const change = useChange(ConfirmCreditCodeDocument, { onDone: () => changed(t('confirmed')) });
  const confirm = (): void =>
    change.mutate({ input: { id, creditCode } }, { onError: sayFault });
  return (
    <Button size="sm" onClick={confirm} isLoading={change.isPending}>
      {t('confirm')}
    </Button>
  );
}
