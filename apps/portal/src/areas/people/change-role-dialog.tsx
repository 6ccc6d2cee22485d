'use client';

import { Button, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { ChangeMemberRoleDocument, RolesDocument } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';
import { RoleChoice } from './role-choice';
import type { MenuMember } from './shown';
import { usePeopleChanged } from './use-people-changed';
import { useRoleWords } from './use-role-words';

interface ChangeRoleDialogProps {
  readonly member: MenuMember;
  onClose(): void;
}

function useRoleChange(member: MenuMember, onClose: () => void) {
  const t = useTranslations('people.change');
  const router = useRouter();
  const changed = usePeopleChanged();
  const words = useRoleWords();
  const isSelf = useViewer().id === member.id;
  const roles = useAnswer(RolesDocument, {}).data?.roles ?? [];
  return useChange(ChangeMemberRoleDocument, {
    onDone: (_result, { input }) => {
      const role = roles.find(({ id }) => id === input.roleId);
      changed(t('done', { name: member.name, role: role ? words(role).name : input.roleId }));
      onClose();
      if (isSelf) router.refresh();
    },
  });
}

/** Gives somebody another role. */
export function ChangeRoleDialog({ member, onClose }: ChangeRoleDialogProps) {
  const t = useTranslations('people.change');
  const frame = useTranslations('frame');
  const [roleId, setRoleId] = useState(member.role.id);
  const change = useRoleChange(member, onClose);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title', { name: member.name })}
      description={t('body')}
      closeLabel={frame('close')}
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button variant="primary" isLoading={change.isPending} disabled={roleId === member.role.id} onClick={() => change.mutate({ input: { id: member.id, roleId } })}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <FormFault error={change.error} />
        <RoleChoice legend={t('role')} value={roleId} onValueChange={setRoleId} />
      </div>
    </Dialog>
  );
}
