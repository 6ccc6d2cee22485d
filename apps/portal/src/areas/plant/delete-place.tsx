'use client';

import { Button, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { DeletePlaceDocument } from '../../generated/documents';
import { usePlantChanged } from './use-plant-changed';
import type { Plant, PlantPlace } from './use-plant';

interface DeletePlaceProps {
  readonly plant: Plant;
  readonly place: PlantPlace;
  onDeleted(place: PlantPlace): void;
  onClose(): void;
}

/** A place in which something is: what, and where to go from here. */
function NotEmpty({ place, places, machines, onClose }: { place: PlantPlace; places: number; machines: number; onClose(): void }) {
  const t = useTranslations('plant');
  const frame = useTranslations('frame');
  return (
    <Dialog isOpen size="sm" onOpenChange={(isOpen) => !isOpen && onClose()} title={t('notEmptyTitle', { name: place.name })} description={t('notEmpty', { places, machines })} closeLabel={frame('close')} footer={<Button onClick={onClose}>{frame('close')}</Button>}>
      <p className="text-14 text-ink-2">{t('notEmptyNext')}</p>
    </Dialog>
  );
}

/** Deletes a place, once nothing is in it. */
export function DeletePlace({ plant, place, onDeleted, onClose }: DeletePlaceProps) {
  const t = useTranslations('plant');
  const changed = usePlantChanged();
  const change = useChange(DeletePlaceDocument, {
    onDone: async () => {
      onDeleted(place);
      await changed();
      onClose();
    },
  });
  const inner = plant.places.filter((one) => one.place.parentId === place.id).length;
  const machines = plant.places.find((one) => one.place.id === place.id)?.machines.total ?? 0;
  if (inner + machines > 0) return <NotEmpty place={place} places={inner} machines={machines} onClose={onClose} />;
  return <ConfirmChange change={change} onClose={onClose} title={t('deleteTitle', { name: place.name })} description={t('deleteBody')} confirmLabel={t('delete')} onConfirm={() => change.mutate({ id: place.id })} />;
}
