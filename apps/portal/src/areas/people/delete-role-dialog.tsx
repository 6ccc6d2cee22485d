'use client';

import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { DeleteRoleDocument } from '../../generated/documents';
import type { ListedRole } from './shown';
import { usePeopleChanged } from './use-people-changed';

/** Deletes a role of the company's own. */
export function DeleteRoleDialog({ role, onClose }: { role: ListedRole; onClose: () => void }) {
  const t = useTranslations('people.roleDelete');
  const own = useTranslations('people.own');
  const changed = usePeopleChanged();
  const name = role.name ?? '';
  const change = useChange(DeleteRoleDocument, {
    onDone: () => {
      changed(t('done', { name }));
      onClose();
    },
  });
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('title', { name })}
      losses={{ heading: t('lost'), items: [t('lost1')] }}
      recovery={t('recovery')}
      confirmLabel={own('delete')}
      onConfirm={() => change.mutate({ id: role.id })}
    />
  );
}
