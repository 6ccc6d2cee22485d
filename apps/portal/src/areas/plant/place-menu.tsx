'use client';

import { ChevronDownIcon, ChevronUpIcon, DownloadIcon, EditIcon, IconButton, LinkIcon, MoreIcon, PlusIcon, TrashIcon } from '@tenon/ui';
import { kindsWithin, type PlaceKind } from '@tenon/domain/places';
import { useTranslations } from 'next-intl';
import { LazyMenu } from '../../frame/lazy-menu';
import type { PlantPlaceKind } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import type { OpenDialog } from './place-dialogs';
import { besides, useReorder } from './use-reorder';
import type { Plant, PlantPlace } from './use-plant';

const shown = (kind: PlaceKind): PlantPlaceKind => kind.toUpperCase() as PlantPlaceKind;
const known = (kind: PlantPlaceKind): PlaceKind => kind.toLowerCase() as PlaceKind;

interface PlaceMenuProps {
  readonly plant: Plant;
  /** Undefined: the company itself. */
  readonly chosen: PlantPlace | undefined;
  onOpen(dialog: OpenDialog): void;
}

/** What may be done with the chosen place. */
export function PlaceMenu({ plant, chosen, onOpen }: PlaceMenuProps) {
  const t = useTranslations('plant');
  const mayRead = useMay('telemetry:read');
  const label = chosen ? t('actionsOf', { name: chosen.name }) : t('actions');
  const taking = chosen && mayRead ? [{ key: 'export', label: t('exportReadings'), icon: <DownloadIcon size={16} />, onSelect: () => onOpen({ kind: 'export', place: chosen }) }] : [];
  const keeping = useKeeping({ plant, chosen, onOpen });
  const between = taking.length > 0 && keeping.length > 0 ? [{ kind: 'separator' as const, key: 'taking' }] : [];
  const items = [...keeping, ...between, ...taking];
  if (items.length === 0) return null;
  return <LazyMenu label={label} align="end" trigger={<IconButton size="sm" label={label} icon={<MoreIcon size={18} />} />} items={items} />;
}

/** What those who see to the plant may do. */
function useKeeping({ plant, chosen, onOpen }: PlaceMenuProps) {
  const t = useTranslations('plant');
  const mayManage = useMay('asset:manage');
  const reorder = useReorder(plant);
  if (!mayManage) return [];
  const making = kindsWithin(chosen ? known(chosen.kind) : null).map((kind) => ({
    key: kind,
    label: t(`new.${shown(kind)}`),
    icon: <PlusIcon size={16} />,
    onSelect: () => onOpen({ kind: 'new', placeKind: shown(kind), outer: chosen ?? null }),
  }));
  const [before, after] = chosen ? besides(plant, chosen) : [];
  const keeping = chosen && [
    ...(making.length > 0 ? [{ kind: 'separator' as const, key: 'making' }] : []),
    { key: 'edit', label: t('edit'), icon: <EditIcon size={16} />, onSelect: () => onOpen({ kind: 'edit', place: chosen }) },
    ...(chosen.kind === 'SITE' ? [] : [{ key: 'move', label: t('move'), icon: <LinkIcon size={16} />, onSelect: () => onOpen({ kind: 'move', place: chosen }) }]),
    { key: 'up', label: t('up'), icon: <ChevronUpIcon size={16} />, isDisabled: !before, onSelect: () => reorder(chosen, 'up') },
    { key: 'down', label: t('down'), icon: <ChevronDownIcon size={16} />, isDisabled: !after, onSelect: () => reorder(chosen, 'down') },
    { kind: 'separator' as const, key: 'keeping' },
    { key: 'delete', label: t('delete'), icon: <TrashIcon size={16} />, tone: 'danger' as const, onSelect: () => onOpen({ kind: 'delete', place: chosen }) },
  ];
  return [...making, ...(keeping ?? [])];
}
