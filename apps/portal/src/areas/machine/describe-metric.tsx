'use client';

import { Button, Dialog, FormError, RadioCards, SelectField, TextField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answerKey } from '../../api/document';
import { useChange } from '../../api/use-change';
import { useErrorWords } from '../../errors/use-error-words';
import { DescribeMetricDocument, MachineDocument, type DescribeSeriesInput, type IntervalStamp, type MetricFragment, type MetricQuantity } from '../../generated/documents';
import { useMetricName } from '../metrics/use-metric-name';

const QUANTITIES = ['GAUGE', 'POWER', 'COUNTER', 'INTERVAL', 'STATE'] as const satisfies readonly MetricQuantity[];
const MINUTE_MS = 60_000;
const INTERVALS_MIN = [1, 5, 10, 15, 30, 60] as const;

interface Draft {
  readonly quantity: MetricQuantity;
  readonly unit: string;
  readonly intervalMin: number;
  readonly intervalStamp: IntervalStamp;
}

function draftOf(metric: MetricFragment): Draft {
  return {
    quantity: metric.quantity,
    unit: metric.unit ?? '',
    intervalMin: metric.intervalMs ? metric.intervalMs / MINUTE_MS : 15,
    intervalStamp: metric.intervalStamp ?? 'END',
  };
}

function inputOf(id: string, { quantity, unit, intervalMin, intervalStamp }: Draft): DescribeSeriesInput {
  const named = { id, quantity, unit: unit.trim() || null };
  return quantity === 'INTERVAL' ? { ...named, intervalMs: intervalMin * MINUTE_MS, intervalStamp } : named;
}

interface DraftFieldsProps {
  readonly draft: Draft;
  readonly metric: MetricFragment;
  change(part: Partial<Draft>): void;
}

/** What only an amount within an interval needs to say. */
function IntervalFields({ draft, change }: Omit<DraftFieldsProps, 'metric'>) {
  const t = useTranslations('machines.describe');
  const lengths = [...new Set([...INTERVALS_MIN, draft.intervalMin])].sort((a, b) => a - b);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label={t('interval')}
        value={String(draft.intervalMin)}
        onValueChange={(value) => change({ intervalMin: Number(value) })}
        options={lengths.map((minutes) => ({ value: String(minutes), label: t('minutes', { minutes }) }))}
      />
      <SelectField
        label={t('stamp')}
        hint={t('stampHint')}
        value={draft.intervalStamp}
        onValueChange={(value) => change({ intervalStamp: value === 'START' ? 'START' : 'END' })}
        options={[
          { value: 'END', label: t('stampEnd') },
          { value: 'START', label: t('stampStart') },
        ]}
      />
    </div>
  );
}

function DraftFields({ draft, metric, change }: DraftFieldsProps) {
  const t = useTranslations('machines.describe');
  const words = useTranslations('metrics.quantities');
  const help = useTranslations('metrics.quantityHelp');
  const offered = metric.valueKind === 'NUMBER' ? QUANTITIES : (['STATE', 'GAUGE'] as const);
  return (
    <>
      <RadioCards<MetricQuantity>
        legend={t('quantity')}
        name="quantity"
        value={draft.quantity}
        onValueChange={(quantity) => change({ quantity })}
        options={offered.map((value) => ({ value, label: words(value), description: help(value) }))}
      />
      {draft.quantity === 'INTERVAL' && <IntervalFields draft={draft} change={change} />}
      {metric.valueKind === 'NUMBER' && (
        <TextField label={t('unit')} hint={t('unitHint')} value={draft.unit} onChange={(event) => change({ unit: event.currentTarget.value })} maxLength={16} autoComplete="off" fieldClassName="max-w-40" />
      )}
    </>
  );
}

interface DescribeMetricProps {
  readonly machineId: string;
  readonly metric: MetricFragment;
  onClose(): void;
}

/** Says once what a metric is; apps compute by it. */
export function DescribeMetric({ machineId, metric, onClose }: DescribeMetricProps) {
  const t = useTranslations('machines.describe');
  const frame = useTranslations('frame');
  const nameOf = useMetricName();
  const words = useErrorWords();
  const cache = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(metric));
  const change = useChange(DescribeMetricDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: answerKey(MachineDocument, { id: machineId }) });
      onClose();
    },
  });
  const fault = change.error ? words(change.error) : null;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('title', { name: nameOf(metric.key) })}
      description={t('once')}
      closeLabel={frame('close')}
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button variant="primary" isLoading={change.isPending} onClick={() => change.mutate({ input: inputOf(metric.id, draft) })}>
            {frame('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {fault && (
          <FormError title={fault.what} code={fault.code}>
            {fault.next}
          </FormError>
        )}
        <DraftFields draft={draft} metric={metric} change={(part) => setDraft((known) => ({ ...known, ...part }))} />
      </div>
    </Dialog>
  );
}
