'use client';

import { mayLieIn, PLACE_KINDS, type PlaceKind } from '@tenon/domain/places';
import { SelectField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { UpdatePlaceDocument, type PlantPlaceKind } from '../../generated/documents';
import { usePlantChanged } from './use-plant-changed';
import type { PlantPlace } from './use-plant';
import { ZoneField } from './zone-field';

/** Kinds a place may be made: what it lies in is at least a site. */
const KINDS = PLACE_KINDS.filter((kind) => mayLieIn(kind, 'site')).map((kind: PlaceKind) => kind.toUpperCase() as PlantPlaceKind);

/** Gives a place another name, another level, or a site another time zone. */
export function EditPlace({ place, onClose }: { place: PlantPlace; onClose(): void }) {
  const t = useTranslations('plant');
  const faultLine = useFaultLine();
  const changed = usePlantChanged();
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(UpdatePlaceDocument, {
    onDone: async () => {
      await changed();
      onClose();
    },
  });
  const isSite = place.kind === 'SITE';
  const send = (form: HTMLFormElement): void => {
    const fields = new FormData(form);
    const name = String(fields.get('name') ?? '').trim();
    setIsMissing(name === '');
    const more = isSite ? { timeZone: String(fields.get('zone') ?? '') || null } : { kind: (fields.get('kind') as PlantPlaceKind | null) ?? place.kind };
    if (name) change.mutate({ input: { id: place.id, name, ...more } });
  };
  return (
    <FormDialog title={t('editTitle', { name: place.name })} isPending={change.isPending} onSend={send} onClose={onClose}>
      <TextField label={t('name')} name="name" defaultValue={place.name} maxLength={80} required autoComplete="off" error={isMissing ? t('nameMissing') : faultLine(change.error)} />
      {isSite ? <ZoneField value={place.timeZone} /> : <SelectField label={t('kind')} name="kind" defaultValue={place.kind} options={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />}
    </FormDialog>
  );
}
