'use client';

import { Checkbox } from '@tenon/ui';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { OWNER_ONLY, ownRolePermissions, withReading } from '@tenon/domain/identity';
import { useTranslations } from 'next-intl';
import { GROUP_NAMES, PERMISSION_GROUPS } from './permission-groups';
import { useBeyond } from './use-beyond';
import { usePermissionWords } from './use-role-words';

/** What every role has. */
const ALWAYS = ownRolePermissions([], TENANT_PERMISSIONS);

interface PermissionFieldsProps {
  readonly chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

interface PermissionFieldProps extends PermissionFieldsProps {
  readonly permission: string;
  /** With the reading that the chosen ones need. */
  readonly given: readonly string[];
}

function PermissionField({ permission, chosen, given, onChange }: PermissionFieldProps) {
  const t = useTranslations('people.roleForm');
  const words = usePermissionWords();
  const isBeyond = useBeyond()([permission]).length > 0;
  const isChosen = chosen.includes(permission);
  const isAlways = ALWAYS.includes(permission);
  const isNeeded = given.includes(permission) && withReading(chosen.filter((each) => each !== permission), TENANT_PERMISSIONS).includes(permission);
  const hints = [
    [isBeyond, t('beyond')],
    [isAlways, t('always')],
    [isNeeded, t('needed')],
  ] as const;
  return (
    <Checkbox
      label={words(permission)}
      hint={hints.find(([holds]) => holds)?.[1]}
      checked={isAlways || given.includes(permission)}
      disabled={isBeyond || isAlways || isNeeded}
      onCheckedChange={() => onChange(isChosen ? chosen.filter((each) => each !== permission) : [...chosen, permission])}
    />
  );
}

/** The permissions that a company's own role may have, in their groups. */
export function PermissionFields({ chosen, onChange }: PermissionFieldsProps) {
  const t = useTranslations('people');
  const given = withReading(chosen, TENANT_PERMISSIONS);
  return (
    <fieldset className="grid min-w-0 gap-5">
      <legend className="mb-3 text-13 font-medium">{t('roleForm.permissions')}</legend>
      {GROUP_NAMES.map((group) => (
        <fieldset key={group} className="min-w-0 border-t border-line pt-3">
          <legend className="sr-only">{t(`groups.${group}`)}</legend>
          <p aria-hidden className="mb-2 text-13 font-semibold text-ink-2">
            {t(`groups.${group}`)}
          </p>
          <div className="grid gap-2.5 md:grid-cols-2">
            {PERMISSION_GROUPS[group]
              .filter((permission) => !OWNER_ONLY.includes(permission))
              .map((permission) => (
                <PermissionField key={permission} permission={permission} chosen={chosen} given={given} onChange={onChange} />
              ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}
