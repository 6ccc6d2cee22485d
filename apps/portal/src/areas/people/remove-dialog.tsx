'use client';

import { useTranslations } from 'next-intl';
import { usePathname, useRouter } from 'next/navigation';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { RemoveMemberDocument } from '../../generated/documents';
import type { MenuMember } from './shown';
import { usePeopleChanged } from './use-people-changed';

/** Removes somebody, after saying what that means. */
export function RemoveDialog({ member, onClose }: { member: MenuMember; onClose: () => void }) {
  const t = useTranslations('people.remove');
  const router = useRouter();
  const isOnTheirPage = usePathname().endsWith(member.id);
  const changed = usePeopleChanged();
  const change = useChange(RemoveMemberDocument, {
    onDone: () => {
      if (isOnTheirPage) router.replace('/settings/people');
      changed(t('done', { name: member.name }));
      onClose();
    },
  });
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('title', { name: member.name })}
      losses={{ heading: t('lost'), items: [t('lost1'), t('lost2')] }}
      recovery={t('recovery')}
      confirmLabel={t('action')}
      onConfirm={() => change.mutate({ id: member.id })}
    />
  );
}
