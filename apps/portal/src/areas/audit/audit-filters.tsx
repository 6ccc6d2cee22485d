'use client';

import { AUDIT_ACTIONS, subjectKindOf } from '@tenon/contracts/audit';
import { Button, SearchField, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AuditNarrowing } from './use-audit-filter';
import { useAuditWords } from './use-audit-words';

const WHO = ['USER', 'API_KEY', 'STAFF', 'APP', 'MACHINE', 'SYSTEM'] as const;
const KINDS = [...new Set(AUDIT_ACTIONS.map(subjectKindOf))];

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChange(value: string): void;
}

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  return <SelectField label={label} isLabelHidden value={value ?? ''} onValueChange={onChange} placeholder={any} options={options} fieldClassName="w-40 max-sm:w-[calc(50%-6px)]" />;
}

/** What narrows the trail: who, to what, which action. Time is in the header line. */
export function AuditFilters({ narrowing: { choice, typed, type, choose, reset, isNarrowed }, tools }: { narrowing: AuditNarrowing; tools: ReactNode }) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const actions = AUDIT_ACTIONS.filter((action) => !choice.subjectKind || subjectKindOf(action) === choice.subjectKind);
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SearchField label={t('filters.person')} clearLabel={t('filters.clearPerson')} value={typed} onValueChange={type} className="w-full sm:w-56" />
      <Choice label={t('filters.who')} any={t('filters.anyWho')} value={choice.actorKind} onChange={(actorKind) => choose({ actorKind })} options={WHO.map((value) => ({ value, label: t(`who.${value}`) }))} />
      <Choice label={t('filters.thing')} any={t('filters.anyThing')} value={choice.subjectKind} onChange={(subjectKind) => choose({ subjectKind })} options={KINDS.map((value) => ({ value, label: words.kind(value) }))} />
      <Choice label={t('filters.action')} any={t('filters.anyAction')} value={choice.action} onChange={(action) => choose({ action })} options={actions.map((value) => ({ value, label: words.action(value) }))} />
      {isNarrowed && (
        <Button variant="quiet" onClick={reset}>
          {choice.subjectId ? t('filters.oneThing') : t('filters.reset')}
        </Button>
      )}
      {tools}
    </div>
  );
}
