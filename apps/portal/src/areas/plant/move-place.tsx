'use client';

import { mayLieIn, withinPlace, type PlaceKind } from '@tenon/domain/places';
import { SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { MovePlaceDocument } from '../../generated/documents';
import { knownPlaces, placeOptions } from './place-options';
import { usePlantChanged } from './use-plant-changed';
import type { Plant, PlantPlace } from './use-plant';

/** Moves a place, with all that lies and stands in it, into another. */
export function MovePlace({ plant, place, onClose }: { plant: Plant; place: PlantPlace; onClose(): void }) {
  const t = useTranslations('plant');
  const faultLine = useFaultLine();
  const changed = usePlantChanged();
  const change = useChange(MovePlaceDocument, {
    onDone: async () => {
      await changed();
      onClose();
    },
  });
  const own = new Set(withinPlace(knownPlaces(plant), place.id).map(({ id }) => id));
  const options = placeOptions(plant, ({ id, kind }) => !own.has(id) && mayLieIn(place.kind.toLowerCase() as PlaceKind, kind));
  return (
    <FormDialog title={t('moveTitle', { name: place.name })} body={t('moveBody')} submitLabel={t('moveHere')} isPending={change.isPending} onSend={(form) => change.mutate({ input: { id: place.id, parentId: String(new FormData(form).get('into')) } })} onClose={onClose}>
      <SelectField label={t('moveInto')} name="into" defaultValue={place.parentId ?? undefined} options={options} error={faultLine(change.error)} />
    </FormDialog>
  );
}
