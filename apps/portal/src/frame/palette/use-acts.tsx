'use client';

import { PlusIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMay } from '../../viewer/viewer-context';
import type { Findable } from './found';
import { useFrameActs } from './use-frame-acts';

/** What this person may do from anywhere in the workspace. */
export function useActs(): readonly Findable[] {
  const t = useTranslations('frame.palette.acts');
  const mayAdd = useMay('device:create');
  const acts = useFrameActs();
  return [...(mayAdd ? [{ key: 'add-machine', href: '/machines/new', icon: <PlusIcon />, label: t('addMachine'), keywords: ['new machine'] }] : []), ...acts];
}
