'use client';

import { Button, Callout } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useChange } from '../../api/use-change';
import { AddSeenMetricsDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';
import { useMetricName } from '../metrics/use-metric-name';
import type { Machine } from './use-machine';

const MOST_NAMED = 8;

/** What the machine sends and its type does not know, with the button that adds it to the draft. */
export function UnknownMetrics({ machine, keys }: { machine: Machine; keys: readonly string[] }) {
  const t = useTranslations('machines.type');
  const nameOf = useMetricName();
  const cache = useQueryClient();
  const mayManage = useMay('device-type:manage');
  const add = useChange(AddSeenMetricsDocument, { onDone: () => Promise.all(['Machine', 'DeviceType', 'DeviceTypes'].map((name) => cache.invalidateQueries({ queryKey: [name] }))) });
  if (keys.length === 0 || !machine.type) return null;
  const named = `${keys.slice(0, MOST_NAMED).map(nameOf).join(', ')}${keys.length > MOST_NAMED ? ' …' : ''}`;
  const toDraft = (
    <Link href={`/machines/types/${machine.type.id}`} className="underline underline-offset-4">
      {t('toDraft')}
    </Link>
  );
  const button = (
    <Button size="sm" isLoading={add.isPending} onClick={() => add.mutate({ deviceId: machine.id, keys: [...keys] })}>
      {t('addAll', { count: keys.length })}
    </Button>
  );
  return (
    <Callout tone="info" title={t('unknown', { count: keys.length })} action={mayManage ? (add.isSuccess ? toDraft : button) : undefined}>
      <p className="wrap-anywhere">{named}</p>
      <p role="status">{add.isSuccess ? t('inDraft') : t('unknownBody')}</p>
      <FormFault error={add.error} />
    </Callout>
  );
}
