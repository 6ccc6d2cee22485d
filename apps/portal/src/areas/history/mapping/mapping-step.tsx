'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Button, Callout, ExactTime, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../../api/use-change';
import { CheckHistoryImportDocument, type HistoryImportFactsFragment } from '../../../generated/documents';
import { useMay } from '../../../viewer/viewer-context';
import { FormFault } from '../../apps/form-fault';
import { PressButton } from '../press-button';
import { draftOf, inputOf, missingIn, type Draft } from './draft';
import { exampleTime } from './example-time';
import { PreviewTable } from './preview-table';
import { ReadingChoices } from './reading-choices';

/** How the first time is read, so that a wrong order or zone shows before it matters. */
function Example({ draft, rows }: { draft: Draft; rows: readonly { readonly cells: readonly string[] }[] }) {
  const t = useTranslations('history.map');
  const locale = useLocale();
  const example = exampleTime(draft, rows);
  if (!example) return null;
  if (example.atMs === null) return <Callout tone="danger">{t('exampleNot', { text: example.text })}</Callout>;
  return (
    <Callout tone="info">
      <code className="text-13">{example.text}</code> → <ExactTime at={new Date(example.atMs).toISOString()} locale={locale} timeZone={draft.timeZone} precision="second" /> <span className="text-ink-3">{draft.timeZone}</span>
    </Callout>
  );
}

/** A person says how the file is read; it is proposed, and shown on the file's own first rows. */
export function MappingStep({ one, timeZone, onDone }: { one: HistoryImportFactsFragment; timeZone: string; onDone?: () => void }) {
  const t = useTranslations('history.map');
  const cache = useQueryClient();
  const mayImport = useMay('telemetry:import');
  const [draft, setDraft] = useState(() => draftOf(one, timeZone));
  const followed = async (): Promise<void> => {
    await cache.invalidateQueries({ queryKey: ['HistoryImport'] });
    onDone?.();
  };
  const check = useChange(CheckHistoryImportDocument, { onDone: followed });
  const missing = missingIn(draft);
  const rows = one.look?.rows ?? [];
  return (
    <>
      <Section title={t('columns')} description={t(one.mapping ? 'remembered' : 'guessed')}>
        <PreviewTable draft={draft} rows={rows} onChange={setDraft} />
      </Section>
      <Section title={t('reading')}>
        <div className="grid gap-5">
          <Example draft={draft} rows={rows} />
          <ReadingChoices draft={draft} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
        </div>
      </Section>
      <FormFault error={check.error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" disabled={missing !== null || !mayImport} isLoading={check.isPending} onClick={() => check.mutate({ input: inputOf(one.id, draft) })}>
          {t('check')}
        </Button>
        <PressButton id={one.id} step="cancel" />
        <span className="text-13 text-ink-3">{missing ? t(`missing.${missing}`) : t('checkHint')}</span>
      </div>
    </>
  );
}
