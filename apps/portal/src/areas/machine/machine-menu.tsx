'use client';

import { Button, ChartIcon, ChevronDownIcon, DownloadIcon, EditIcon, FactoryIcon, PauseIcon, PlayIcon, SendIcon, TableIcon, TagIcon, TrashIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import { LazyMenu } from '../../frame/lazy-menu';
import { useMay } from '../../viewer/viewer-context';
import type { Machine } from './use-machine';

const RenameMachine = dynamic(() => import('./rename-machine').then(({ RenameMachine: Dialog }) => Dialog), { ssr: false });
const ChooseType = dynamic(() => import('./choose-type').then(({ ChooseType: Dialog }) => Dialog), { ssr: false });
const DrawType = dynamic(() => import('./draw-type').then(({ DrawType: Dialog }) => Dialog), { ssr: false });
const PlaceMachine = dynamic(() => import('./place-machine').then(({ PlaceMachine: Dialog }) => Dialog), { ssr: false });
const TagMachine = dynamic(() => import('./tag-machine').then(({ TagMachine: Dialog }) => Dialog), { ssr: false });
const ExportMachine = dynamic(() => import('./export-machine').then(({ ExportMachine: Dialog }) => Dialog), { ssr: false });
const HandOverMachine = dynamic(() => import('../handover/hand-over-machine').then(({ HandOverMachine: Dialog }) => Dialog), { ssr: false });
const RetireMachine = dynamic(() => import('./retire-machine').then(({ RetireMachine: Dialog }) => Dialog), { ssr: false });
const DeleteMachine = dynamic(() => import('./delete-machine').then(({ DeleteMachine: Dialog }) => Dialog), { ssr: false });

const DIALOGS = { rename: RenameMachine, place: PlaceMachine, tag: TagMachine, type: ChooseType, draw: DrawType, export: ExportMachine, handover: HandOverMachine, retire: RetireMachine, delete: DeleteMachine } as const;
type Question = keyof typeof DIALOGS;

/** What may be done, as far as one may, each by its dialog. */
function useOffers(machine: Machine) {
  const t = useTranslations('machines');
  const plant = useTranslations('plant.machine');
  const may = { read: useMay('telemetry:read'), update: useMay('device:update'), type: useMay('device-type:manage'), retire: useMay('device:retire'), release: useMay('device:release'), delete: useMay('device:delete') };
  const isRetired = machine.retiredAt !== null;
  const offers: readonly { readonly key: Question; readonly isOffered: boolean; readonly label: string; readonly icon: ReactNode; readonly tone?: 'danger' }[] = [
    { key: 'rename', isOffered: may.update, label: t('rename.title'), icon: <EditIcon size={16} /> },
    { key: 'place', isOffered: may.update, label: plant('placeAction'), icon: <FactoryIcon size={16} /> },
    { key: 'tag', isOffered: may.update, label: plant('tagAction'), icon: <TagIcon size={16} /> },
    { key: 'type', isOffered: may.type, label: t(machine.type ? 'type.change' : 'type.choose'), icon: <TableIcon size={16} /> },
    { key: 'draw', isOffered: may.type && machine.series.length > 0, label: t('type.draw'), icon: <ChartIcon size={16} /> },
    { key: 'export', isOffered: may.read && machine.series.length > 0, label: t('exportReadings.open'), icon: <DownloadIcon size={16} /> },
    { key: 'handover', isOffered: may.release && machine.kind === 'MACHINE' && !isRetired, label: plant('handOver'), icon: <SendIcon size={16} /> },
    { key: 'retire', isOffered: may.retire, label: plant(isRetired ? 'reinstate' : 'retire'), icon: isRetired ? <PlayIcon size={16} /> : <PauseIcon size={16} /> },
    { key: 'delete', isOffered: may.delete, label: t('delete.action'), icon: <TrashIcon size={16} />, tone: 'danger' },
  ];
  return offers.filter(({ isOffered }) => isOffered);
}

/** What may be done with the machine as a whole. */
export function MachineMenu({ machine }: { machine: Machine }) {
  const t = useTranslations('machines');
  const [open, setOpen] = useState<Question | null>(null);
  const items = useOffers(machine).map(({ isOffered: _may, ...item }) => ({ ...item, onSelect: () => setOpen(item.key) }));
  if (items.length === 0) return null;
  const Dialog = open && DIALOGS[open];
  return (
    <>
      <LazyMenu label={t('actions')} align="end" trigger={<Button trailingIcon={<ChevronDownIcon size={14} />}>{t('actionsShort')}</Button>} items={items} />
      {Dialog && <Dialog machine={machine} onClose={() => setOpen(null)} />}
    </>
  );
}
