'use client';

import { ExactTime, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { WholeFlagFragment } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';

type Change = WholeFlagFragment['changes'][number];

/** What was set, in one sentence. */
function useSaid({ companyId, companyName, isOn, sharePercent }: Change): string {
  const t = useTranslations('office.flags');
  if (companyId === null) return sharePercent === null ? t('saidNoShare') : t('saidShare', { percent: sharePercent });
  const company = companyName ?? companyId;
  if (isOn === null) return t('saidUnset', { company });
  return t(isOn ? 'saidOn' : 'saidOff', { company });
}

function ChangeLine({ change }: { change: Change }) {
  return (
    <li className="grid gap-1 py-2">
      <span className="wrap-anywhere">{useSaid(change)}</span>
      <span className="text-ink-2 wrap-anywhere">{change.reason}</span>
      <span className="flex flex-wrap gap-x-4 text-13 text-ink-2">
        <ExactTime at={change.changedAt} locale={useLocale()} timeZone={useOfficeZone()} precision="minute" />
        <span>{change.changedBy}</span>
      </span>
    </li>
  );
}

/** Who of the office set what, and why; newest first. */
export function FlagChanges({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations('office.flags');
  return (
    <Section title={t('changes')}>
      {changes.length === 0 ? (
        <p className="text-14 text-ink-2">{t('noChanges')}</p>
      ) : (
        <ul className="divide-y divide-line text-14">
          {changes.map((change) => (
            <ChangeLine key={`${change.changedAt} ${change.companyId}`} change={change} />
          ))}
        </ul>
      )}
    </Section>
  );
}
