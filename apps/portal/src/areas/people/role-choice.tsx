'use client';

import { RadioCards, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { RolesDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { useBeyond } from './use-beyond';
import { useRoleWords } from './use-role-words';

interface RoleChoiceProps {
  readonly legend: string;
  readonly value: string;
  onValueChange(id: string): void;
}

/** The roles that the reader may give. An owner is not made by a role, and what goes beyond the reader's own says so. */
export function RoleChoice({ legend, value, onValueChange }: RoleChoiceProps) {
  const t = useTranslations('people');
  const roles = useAnswer(RolesDocument, {});
  const words = useRoleWords();
  const beyond = useBeyond();
  if (roles.isError) return <FormFault error={roles.error} />;
  if (!roles.data) return <Skeleton lines={6} />;
  const options = roles.data.roles
    .filter(({ id }) => id !== 'owner')
    .map((role) => {
      const isBeyond = beyond(role.permissions).length > 0;
      const { name, description } = words(role);
      return { value: role.id, label: name, description: isBeyond ? t('change.beyond') : description || undefined, isDisabled: isBeyond };
    });
  return <RadioCards legend={legend} name="role" options={options} value={value} onValueChange={onValueChange} />;
}
