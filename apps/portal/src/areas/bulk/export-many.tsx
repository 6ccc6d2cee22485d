'use client';

import { useTranslations } from 'next-intl';
import { request } from '../../api/request';
import { MachineIdsDocument, type MachineIdsQuery } from '../../generated/documents';
import { ExportReadings } from '../readings/export-readings';
import type { Meant } from './meant';

/** The most entries of a page. */
const PAGE = 100;

/** The machines that match what the list shows, page by page. */
async function idsOf({ matching, deviceIds }: Meant['machines'], signal: AbortSignal): Promise<string[]> {
  if (!matching) return [...(deviceIds ?? [])];
  const { search, connection, filter } = matching;
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { devices }: MachineIdsQuery = await request(MachineIdsDocument, { first: PAGE, after, search, connection, filter }, signal);
    ids.push(...devices.nodes.map(({ id }) => id));
    if (!devices.pageInfo.hasNextPage) return ids;
    after = devices.pageInfo.endCursor;
  }
}

/** Takes the readings of machines along that were chosen in the list. */
export function ExportMany({ meant: { count, machines }, onClose }: { meant: Meant; onClose(): void }) {
  const t = useTranslations('plant.bulk');
  return <ExportReadings name={t('readingsFile', { count })} title={t('readingsTitle', { count })} machines={async (signal) => ({ ids: await idsOf(machines, signal) })} onClose={onClose} />;
}
