'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useErrorWords } from '../../errors/use-error-words';
import { useToast } from '../../frame/toasts';
import { ConfirmCreditCodeDocument } from '../../generated/documents';
import { useCompanyChanged } from './use-company-change';

/** Says that the code that is shown was compared with the register; one that changed meanwhile is not confirmed. */
export function ConfirmCode({ id, creditCode }: { id: string; creditCode: string }) {
  const t = useTranslations('office.profile');
  const toast = useToast();
  const words = useErrorWords();
  const changed = useCompanyChanged();
  const change = useChange(ConfirmCreditCodeDocument, { onDone: () => changed(t('confirmed')) });
  const confirm = (): void =>
    change.mutate(
      { input: { id, creditCode } },
      {
        onError: (error) => {
          const { what, next } = words(error);
          toast.show({ title: what, description: next, tone: 'danger' });
        },
      },
    );
  return (
    <Button size="sm" onClick={confirm} isLoading={change.isPending}>
      {t('confirm')}
    </Button>
  );
}
