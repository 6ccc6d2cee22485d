'use client';

import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { useFaultLine } from '../../errors/use-fault-line';
import { MovePlaceDocument } from '../../generated/documents';
import { usePlantChanged } from './use-plant-changed';
import type { Plant, PlantPlace } from './use-plant';

/** The places before and after this one, of those beside it. */
export function besides({ places }: Plant, { id, parentId }: PlantPlace): readonly [PlantPlace | undefined, PlantPlace | undefined] {
  const row = places.flatMap(({ place }) => (place.parentId === parentId ? [place] : []));
  const at = row.findIndex((place) => place.id === id);
  return [row[at - 1], row[at + 1]];
}

/** Moves a place one up or down among those beside it. */
export function useReorder(plant: Plant): (place: PlantPlace, way: 'up' | 'down') => void {
  const changed = usePlantChanged();
  const toast = useToast();
  const faultLine = useFaultLine();
  const change = useChange(MovePlaceDocument, { onDone: changed });
  return (place, way) => {
    const [before, after] = besides(plant, place);
    const beforeId = way === 'up' ? before?.id : after && besides(plant, after)[1]?.id;
    change.mutate({ input: { id: place.id, parentId: place.parentId, beforeId: beforeId ?? null } }, { onError: (error) => toast.show({ title: faultLine(error) ?? '', tone: 'danger' }) });
  };
}
