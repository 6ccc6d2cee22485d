'use client';

import { formatRange } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { useToast } from '../../frame/toasts';
import { DeleteReadingsDocument } from '../../generated/documents';
import { useMetricName } from '../metrics/use-metric-name';
import type { Machine } from './use-machine';

/** What is to be deleted: one metric's readings from one instant to another, milliseconds since the epoch. */
export interface ReadingsToDelete {
  readonly metricKey: string;
  readonly fromMs: number;
  readonly toMs: number;
}

interface DeleteReadingsProps {
  readonly machine: Pick<Machine, 'id' | 'name'>;
  readonly readings: ReadingsToDelete;
  readonly timeZone: string;
  onClose(): void;
}

/** Deletes a metric's readings of a range after naming what goes with them. */
export function DeleteReadings({ machine, readings: { metricKey, fromMs, toMs }, timeZone, onClose }: DeleteReadingsProps) {
  const t = useTranslations('machines.deleteReadings');
  const cache = useQueryClient();
  const toast = useToast();
  const nameOf = useMetricName();
  const change = useChange(DeleteReadingsDocument, {
    onDone: () => {
      onClose();
      for (const name of ['MachinePoints', 'MachineHistory', 'MachineOverview', 'MachineStates', 'Machine']) void cache.invalidateQueries({ queryKey: [name] });
      toast.show({ title: t('done', { metric: nameOf(metricKey) }), tone: 'good' });
    },
  });
  const range = formatRange({ fromMs, toMs }, { timeZone });
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('title', { metric: nameOf(metricKey) })}
      description={t('body', { range, timeZone })}
      losses={{ heading: t('lost'), items: [t('lostPoints'), t('lostCharts'), t('lostReports')] }}
      recovery={t('noWayBack')}
      typeToConfirm={{ phrase: machine.name, label: t('typeName', { name: machine.name }) }}
      confirmLabel={t('action')}
      onConfirm={() => change.mutate({ input: { deviceId: machine.id, keys: [metricKey], from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() } })}
    />
  );
}
