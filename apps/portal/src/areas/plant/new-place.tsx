'use client';

import { TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { CreatePlaceDocument, SiteAddressDocument, type PlantPlaceKind } from '../../generated/documents';
import { usePlantChanged } from './use-plant-changed';
import type { PlantPlace } from './use-plant';
import { ZoneField } from './zone-field';

interface NewPlaceProps {
  readonly placeKind: PlantPlaceKind;
  /** Null: in the company. */
  readonly outer: PlantPlace | null;
  /** The first of all: where the company is, is told already. */
  readonly isFirst: boolean;
  onMade(id: string): void;
  onClose(): void;
}

/** Makes a place. */
export function NewPlace({ placeKind, outer, isFirst, onMade, onClose }: NewPlaceProps) {
  const t = useTranslations('plant');
  const faultLine = useFaultLine();
  const changed = usePlantChanged();
  const [isMissing, setIsMissing] = useState(false);
  const { data } = useAnswer(SiteAddressDocument, {}, { isEnabled: isFirst });
  const change = useChange(CreatePlaceDocument, {
    onDone: async ({ createPlace }) => {
      await changed();
      onMade(createPlace.id);
      onClose();
    },
  });
  const send = (form: HTMLFormElement): void => {
    const fields = new FormData(form);
    const name = String(fields.get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name) change.mutate({ input: { kind: placeKind, name, parentId: outer?.id ?? null, timeZone: String(fields.get('zone') ?? '') || null } });
  };
  const address = data?.companyProfile.address ?? data?.companyProfile.district;
  return (
    <FormDialog title={t(`new.${placeKind}`)} body={outer ? t('newIn', { name: outer.name }) : address ? t('newAt', { address }) : t('newInCompany')} submitLabel={t('make')} isPending={change.isPending} onSend={send} onClose={onClose}>
      <TextField label={t('name')} hint={t(`example.${placeKind}`)} name="name" maxLength={80} required autoComplete="off" error={isMissing ? t('nameMissing') : faultLine(change.error)} />
      {placeKind === 'SITE' && <ZoneField value={null} />}
    </FormDialog>
  );
}
