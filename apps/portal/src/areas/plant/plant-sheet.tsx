'use client';

import { Button, ChevronDownIcon, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlantPanel } from './plant-panel';
import { usePlant } from './use-plant';
import { ALL, NOWHERE, placeIn, RETIRED, type Where } from './where';

function useNameOf(where: Where): string {
  const t = useTranslations('plant');
  const { data } = usePlant();
  if (where === NOWHERE) return t('nowhere');
  if (where === RETIRED) return t('retired');
  return (where === ALL ? undefined : placeIn(data?.plantTree, where)?.name) ?? t('all');
}

/** The tree on a phone: a sheet behind a button that says what is shown. */
export function PlantSheet({ where, onChoose }: { where: Where; onChoose(where: Where): void }) {
  const t = useTranslations('plant');
  const frame = useTranslations('frame');
  const [isOpen, setIsOpen] = useState(false);
  const name = useNameOf(where);
  return (
    <>
      <Button className="w-full justify-between!" trailingIcon={<ChevronDownIcon size={14} />} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <span className="truncate">{t('shown', { name })}</span>
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} size="sm" title={t('title')} closeLabel={frame('close')}>
        <PlantPanel
          where={where}
          onChoose={(next) => {
            onChoose(next);
            setIsOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}
