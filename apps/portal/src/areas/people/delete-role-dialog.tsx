'use client';

import { ConfirmDialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { DeleteRoleDocument } from '../../generated/documents';
import type { ListedRole } from './shown';
import { usePeopleChanged } from './use-people-changed';

/** Deletes a role of the company's own. */
export function DeleteRoleDialog({ role, onClose }: { role: ListedRole; onClose: () => void }) {
  const t = useTranslations('people.roleDelete');
  const own = useTranslations('people.own');
  const frame = useTranslations('frame');
  const faultLine = useFaultLine();
  const changed = usePeopleChanged();
  const name = role.name ?? '';
  const change = useChange(DeleteRoleDocument, {
    onDone: () => {
      changed(t('done', { name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title', { name })}
      losses={{ heading: t('lost'), items: [t('lost1')] }}
      recovery={t('recovery')}
      confirmLabel={own('delete')}
      cancelLabel={frame('cancel')}
      closeLabel={frame('close')}
      isPending={change.isPending}
      error={faultLine(change.error)}
      onConfirm={() => change.mutate({ id: role.id })}
    />
  );
}
