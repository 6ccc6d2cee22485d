'use client';

import { Button, PlusIcon, Skeleton, TreeView } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Failure } from '../../errors/failure';
import { useMay } from '../../viewer/viewer-context';
import { PlaceDialogs, type OpenDialog } from './place-dialogs';
import { PlaceMenu } from './place-menu';
import { usePlantNodes } from './plant-nodes';
import { usePlant, type Plant } from './use-plant';
import { ALL, placeIn, type Where } from './where';

interface PanelProps {
  readonly where: Where;
  onChoose(where: Where): void;
}

/** What stands open at first: the sites, and the way to what is chosen. */
function openAtFirst({ places }: Plant, where: Where): Set<string> {
  const open = new Set(places.filter(({ place }) => place.parentId === null).map(({ place }) => place.id));
  for (let at = places.find(({ place }) => place.id === where)?.place; at?.parentId; ) {
    const { parentId } = at;
    open.add(parentId);
    at = places.find(({ place }) => place.id === parentId)?.place;
  }
  return open;
}

/** A company that has not said yet how its plant is laid out. */
function NoPlaces({ onMake }: { onMake(): void }) {
  const t = useTranslations('plant');
  const mayManage = useMay('asset:manage');
  return (
    <div className="mt-3 grid justify-items-start gap-2 border-t border-line pt-3">
      <p className="text-13 text-ink-2">{t('empty')}</p>
      {mayManage && (
        <Button size="sm" icon={<PlusIcon size={14} />} onClick={onMake}>
          {t('firstSite')}
        </Button>
      )}
    </div>
  );
}

function Panel({ plant, where, onChoose }: PanelProps & { plant: Plant }) {
  const t = useTranslations('plant');
  const nodes = usePlantNodes(plant);
  const [toggled, setToggled] = useState<ReadonlySet<string>>();
  const atFirst = useMemo(() => openAtFirst(plant, where), [plant, where]);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const chosen = placeIn(plant, where);
  return (
    <>
      <div className="mb-1 flex min-h-8 items-center justify-between">
        <h2 className="text-13 text-ink-2">{t('title')}</h2>
        <PlaceMenu plant={plant} chosen={chosen} onOpen={setDialog} />
      </div>
      <TreeView label={t('title')} nodes={nodes} selectedId={where} open={toggled ?? atFirst} onOpenChange={setToggled} onSelect={onChoose} />
      {plant.places.length === 0 && <NoPlaces onMake={() => setDialog({ kind: 'new', placeKind: 'SITE', outer: null })} />}
      {dialog && (
        <PlaceDialogs
          plant={plant}
          dialog={dialog}
          onClose={() => setDialog(null)}
          onMade={(id) => {
            if (dialog.kind === 'new' && dialog.outer) setToggled(new Set([...(toggled ?? atFirst), dialog.outer.id]));
            onChoose(id);
          }}
          onDeleted={(place) => onChoose(place.parentId ?? ALL)}
        />
      )}
    </>
  );
}

/** The tree of the plant, by which the list beside it is narrowed. */
export function PlantPanel(props: PanelProps) {
  const plant = usePlant({ isLive: true });
  if (plant.data) return <Panel {...props} plant={plant.data.plantTree} />;
  if (plant.isError) return <Failure error={plant.error} onRetry={() => void plant.refetch()} isRetrying={plant.isFetching} />;
  return <Skeleton lines={6} />;
}
