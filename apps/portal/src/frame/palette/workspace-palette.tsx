'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { fittingGroups } from './fitting-groups';
import { PaletteSheet, type PaletteProps } from './palette-sheet';
import { useActs } from './use-acts';
import { useFinds } from './use-finds';
import { usePlaces } from './use-places';
import { useSettled } from './use-settled';

/** In the order of the list. */
const KINDS = ['machines', 'apps', 'pages', 'acts', 'store'] as const;

/** Everything in the workspace by its name: machines, apps, pages, and what may be done from anywhere. */
export function WorkspacePalette(props: PaletteProps) {
  const t = useTranslations('frame.palette');
  const [typed, setTyped] = useState('');
  const finds = useFinds(useSettled(typed.trim()));
  const [places, acts] = [usePlaces(), useActs()];
  const kinds = { machines: finds.machines.commands, apps: finds.apps.commands, pages: places, acts, store: finds.store.commands } as const;
  const groups = fittingGroups(KINDS.map((key) => ({ key, label: t(`groups.${key}`), commands: kinds[key] })), typed);
  return <PaletteSheet {...props} placeholder={t('placeholder')} typed={typed} onType={setTyped} groups={groups} isLoading={Object.values(finds).some((each) => each.isLoading)} />;
}
