'use client';

import dynamic from 'next/dynamic';
import type { PlantPlaceKind } from '../../generated/documents';
import type { Plant, PlantPlace } from './use-plant';

const NewPlace = dynamic(() => import('./new-place').then(({ NewPlace: Dialog }) => Dialog), { ssr: false });
const EditPlace = dynamic(() => import('./edit-place').then(({ EditPlace: Dialog }) => Dialog), { ssr: false });
const MovePlace = dynamic(() => import('./move-place').then(({ MovePlace: Dialog }) => Dialog), { ssr: false });
const ExportReadings = dynamic(() => import('../readings/export-readings').then(({ ExportReadings: Dialog }) => Dialog), { ssr: false });
const DeletePlace = dynamic(() => import('./delete-place').then(({ DeletePlace: Dialog }) => Dialog), { ssr: false });

/** What is asked about the plant just now. */
export type OpenDialog =
  | { readonly kind: 'new'; readonly placeKind: PlantPlaceKind; readonly outer: PlantPlace | null }
  | { readonly kind: 'edit' | 'move' | 'export' | 'delete'; readonly place: PlantPlace };

interface PlaceDialogsProps {
  readonly plant: Plant;
  readonly dialog: OpenDialog;
  onClose(): void;
  onMade(id: string): void;
  onDeleted(place: PlantPlace): void;
}

export function PlaceDialogs({ plant, dialog, onClose, onMade, onDeleted }: PlaceDialogsProps) {
  if (dialog.kind === 'new') return <NewPlace placeKind={dialog.placeKind} outer={dialog.outer} isFirst={plant.places.length === 0} onMade={onMade} onClose={onClose} />;
  const { place } = dialog;
  if (dialog.kind === 'edit') return <EditPlace place={place} onClose={onClose} />;
  if (dialog.kind === 'move') return <MovePlace plant={plant} place={place} onClose={onClose} />;
  if (dialog.kind === 'export') return <ExportReadings name={place.name} machines={{ placeId: place.id }} onClose={onClose} />;
  return <DeletePlace plant={plant} place={place} onDeleted={onDeleted} onClose={onClose} />;
}
