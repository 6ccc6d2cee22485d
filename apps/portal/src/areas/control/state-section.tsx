'use client';

import { Badge, Button, ExactTime, PlusIcon, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { DesireDialog } from './desire-dialog';
import { shownValue } from './json-text';
import { StopAsking } from './stop-asking';
import type { StateEntry } from './use-control';

interface SideProps {
  readonly label: string;
  readonly value: unknown;
  readonly at: string | null;
}

/** What one side says of a key. */
function Side({ label, value, at }: SideProps) {
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return (
    <div className="grid min-w-0 gap-0.5">
      <dt className="text-12 text-ink-3">{label}</dt>
      <dd className="text-14 wrap-anywhere">
        {value === null ? <span className="text-ink-3">—</span> : <code className="font-mono">{shownValue(value)}</code>}
        {at && (
          <span className="block text-12 text-ink-3">
            <ExactTime at={at} locale={locale} timeZone={timeZone} precision="second" />
          </span>
        )}
      </dd>
    </div>
  );
}

function EntryRow({ deviceId, entry, maySet }: { deviceId: string; entry: StateEntry; maySet: boolean }) {
  const t = useTranslations('control.state');
  const [act, setAct] = useState<'set' | 'stop' | null>(null);
  const close = (): void => setAct(null);
  return (
    <li className="grid gap-x-6 gap-y-2 border-t border-line py-3 sm:grid-cols-[minmax(8rem,1fr)_3fr_12rem] sm:items-start">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <code className="font-mono text-14 font-medium wrap-anywhere">{entry.key}</code>
        {entry.isApplied !== null && <Badge tone={entry.isApplied ? 'good' : 'caution'}>{t(entry.isApplied ? 'applied' : 'notApplied')}</Badge>}
      </p>
      <dl className="grid grid-cols-2 gap-x-6">
        <Side label={t('desired')} value={entry.desired} at={entry.desiredAt} />
        <Side label={t('reported')} value={entry.reported} at={entry.reportedAt} />
      </dl>
      {maySet && (
        <div className="flex gap-2 sm:justify-end">
          <Button size="sm" aria-label={t('setLabel', { key: entry.key })} onClick={() => setAct('set')}>
            {t('set')}
          </Button>
          {entry.desired !== null && (
            <Button size="sm" aria-label={t('stopLabel', { key: entry.key })} onClick={() => setAct('stop')}>
              {t('stop')}
            </Button>
          )}
        </div>
      )}
      {act === 'set' && <DesireDialog deviceId={deviceId} entry={entry} onClose={close} />}
      {act === 'stop' && <StopAsking deviceId={deviceId} entryKey={entry.key} onClose={close} />}
    </li>
  );
}

/** The machine's state, what it is asked for beside what it reports, and asking for another. */
export function StateSection({ deviceId, entries }: { deviceId: string; entries: readonly StateEntry[] }) {
  const t = useTranslations('control.state');
  const [isAdding, setIsAdding] = useState(false);
  const maySet = useMay('device:command');
  const add = (
    <Button size="sm" icon={<PlusIcon size={16} />} onClick={() => setIsAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Section title={t('title')} description={t(entries.length === 0 ? 'none' : 'intro')} actions={maySet ? add : undefined}>
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <EntryRow key={entry.key} deviceId={deviceId} entry={entry} maySet={maySet} />
          ))}
        </ul>
      )}
      {isAdding && <DesireDialog deviceId={deviceId} onClose={() => setIsAdding(false)} />}
    </Section>
  );
}
