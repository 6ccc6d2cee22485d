'use client';

import { DownloadIcon, FactoryIcon, PauseIcon, SendIcon, RefreshIcon, TableIcon, TagIcon, TrashIcon, UploadIcon, type MenuEntry } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useMay } from '../../viewer/viewer-context';

/** What may be done to many machines from the list. */
export type BulkChoice = 'PLACE' | 'TAG' | 'UNTAG' | 'TYPE' | 'TOKENS' | 'UPDATE' | 'READINGS' | 'HANDOVER' | 'RETIRE' | 'DELETE';

/** The entries of the menu, as far as one may. */
export function useBulkItems(areRetired: boolean, onChoose: (choice: BulkChoice) => void): MenuEntry[] {
  const t = useTranslations('plant.bulk.items');
  const may = { read: useMay('telemetry:read'), update: useMay('device:update'), type: useMay('device-type:manage'), tokens: useMay('device:credentials'), campaign: useMay('campaign:manage'), retire: useMay('device:retire'), release: useMay('device:release'), delete: useMay('device:delete') };
  const offered: readonly { readonly key: BulkChoice; readonly isOffered: boolean; readonly icon: ReactNode; readonly tone?: 'danger' }[] = [
    { key: 'PLACE', isOffered: may.update, icon: <FactoryIcon size={16} /> },
    { key: 'TAG', isOffered: may.update, icon: <TagIcon size={16} /> },
    { key: 'UNTAG', isOffered: may.update, icon: <TagIcon size={16} /> },
    { key: 'TYPE', isOffered: may.update && may.type, icon: <TableIcon size={16} /> },
    { key: 'TOKENS', isOffered: may.tokens && !areRetired, icon: <RefreshIcon size={16} /> },
    { key: 'UPDATE', isOffered: may.campaign && !areRetired, icon: <UploadIcon size={16} /> },
    { key: 'READINGS', isOffered: may.read, icon: <DownloadIcon size={16} /> },
    { key: 'HANDOVER', isOffered: may.release && !areRetired, icon: <SendIcon size={16} /> },
    { key: 'RETIRE', isOffered: may.update && may.retire && !areRetired, icon: <PauseIcon size={16} /> },
    { key: 'DELETE', isOffered: may.update && may.delete, icon: <TrashIcon size={16} />, tone: 'danger' },
  ];
  return offered.flatMap(({ key, isOffered, icon, tone }) => (isOffered ? [{ key, label: t(key), icon, ...(tone && { tone }), onSelect: () => onChoose(key) }] : []));
}
