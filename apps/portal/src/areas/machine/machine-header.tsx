'use client';

import { Badge, Button, ChevronDownIcon, PageHeader, RelativeTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useViewer } from '../../viewer/viewer-context';
import { ConnectionMark } from '../metrics/connection-mark';
import { stateValue } from '../metrics/metric-values';
import { useMachineAnswer } from './use-machine-answer';
import type { LiveValues } from './use-live-values';
import type { Machine } from './use-machine';
import { WhereLine } from './where-line';

function MenuToCome() {
  const t = useTranslations('machines');
  return (
    <Button disabled trailingIcon={<ChevronDownIcon size={14} />}>
      {t('actionsShort')}
    </Button>
  );
}

const MachineMenu = dynamic(() => import('./machine-menu').then(({ MachineMenu: Menu }) => Menu), { ssr: false, loading: MenuToCome });

/** The machine's newest values with what they are, as lists of machines know them. */
function newestOf(machine: Machine, live: LiveValues) {
  return machine.series.flatMap((series) => {
    const reading = live.newest.get(series.id);
    return reading ? [{ ...reading, series }] : [];
  });
}

/** Name, the one sentence about it, and what may be done with it. */
export function MachineHeader({ machine, live }: { machine: Machine; live: LiveValues }) {
  const t = useTranslations('machines');
  const frame = useTranslations('frame');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const values = newestOf(machine, live);
  const answer = useMachineAnswer(machine, stateValue(values)?.value, values);
  const seenAt = newestAt(machine.lastSeenAt, live);
  return (
    <PageHeader
      title={machine.name}
      answer={answer}
      actions={<MachineMenu machine={machine} />}
      meta={
        <>
          <ConnectionMark connection={machine.connection} />
          {seenAt && (
            <span>
              {t('lastSeen')} <RelativeTime at={seenAt} locale={locale} timeZone={timeZone} hasExact />
            </span>
          )}
          <WhereLine machine={machine} />
          {machine.kind === 'SIMULATED' && <Badge tone="outline">{frame('simulated')}</Badge>}
        </>
      }
    />
  );
}

function newestAt(lastSeenAt: string | null, live: LiveValues): string | null {
  return live.lastArrivalAt && (!lastSeenAt || live.lastArrivalAt > lastSeenAt) ? live.lastArrivalAt : lastSeenAt;
}
