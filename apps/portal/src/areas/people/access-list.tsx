'use client';

import { CheckIcon, MinusIcon, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { RolesDocument } from '../../generated/documents';
import { GROUP_NAMES, PERMISSION_GROUPS } from './permission-groups';
import type { MemberWithAccess } from './shown';
import { usePermissionWords, useRoleWords } from './use-role-words';

type Access = MemberWithAccess['access'][number];

/** Why somebody may do something, or which roles would let them. */
function useReasonWords({ role }: MemberWithAccess): (access: Access) => string {
  const t = useTranslations('people.member');
  const words = useRoleWords();
  const roles = useAnswer(RolesDocument, {}).data?.roles ?? [];
  return ({ permission, reason }) => {
    const givers = roles.filter(({ permissions }) => permissions.includes(permission)).map((each) => words(each).name);
    return t(`reason.${reason}`, { role: words(role).name, givers: givers.join(t('giversJoin')) });
  };
}

function AccessRow({ access, why }: { access: Access; why: string }) {
  const t = useTranslations('people.member');
  const permission = usePermissionWords()(access.permission);
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5 border-t border-line py-2 md:grid-cols-[1.25rem_minmax(0,1fr)_minmax(0,1fr)]">
      {access.isAllowed ? <CheckIcon size={16} className="mt-0.5 text-good" /> : <MinusIcon size={16} className="mt-0.5 text-ink-3" />}
      <span className={access.isAllowed ? 'text-14' : 'text-14 text-ink-3'}>
        <span className="sr-only">{access.isAllowed ? t('may') : t('mayNot')} </span>
        {permission}
      </span>
      <span className="col-start-2 text-13 text-ink-3 md:col-start-3">{why}</span>
    </li>
  );
}

/** Every permission there is: whether the person has it, and why. */
export function AccessList({ member }: { member: MemberWithAccess }) {
  const t = useTranslations('people');
  const whyOf = useReasonWords(member);
  const known = new Map(member.access.map((access) => [access.permission, access]));
  return (
    <Section title={t('member.accessTitle')} description={t('member.accessIntro')}>
      <div className="grid gap-6">
        {GROUP_NAMES.map((group) => (
          <section key={group} aria-labelledby={`access-${group}`}>
            <h3 id={`access-${group}`} className="pb-2 text-13 font-semibold text-ink-2">
              {t(`groups.${group}`)}
            </h3>
            <ul className="border-b border-line">
              {PERMISSION_GROUPS[group]
                .flatMap((permission) => known.get(permission) ?? [])
                .map((access) => (
                  <AccessRow key={access.permission} access={access} why={whyOf(access)} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}
