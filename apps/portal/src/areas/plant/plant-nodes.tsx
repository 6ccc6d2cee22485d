'use client';

import { StateShape, type TreeNode } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { Counts, Plant } from './use-plant';
import { ALL, NOWHERE, RETIRED } from './where';

/** How many machines, and before it how many of them are not heard. */
function CountText({ counts: { total, offline } }: { counts: Counts }) {
  return (
    <span className="tn-num inline-flex items-center gap-2 text-13 text-ink-3">
      {offline > 0 && (
        <span className="inline-flex items-center gap-1 text-ink-2">
          <StateShape state="offline" size={10} />
          {offline}
        </span>
      )}
      {total}
    </span>
  );
}

/** The plant as a tree: all of it, its places, and what stands nowhere or is out of use, where there is any. */
export function usePlantNodes(plant: Plant): readonly TreeNode[] {
  const t = useTranslations('plant');
  const counted = (counts: Counts): Pick<TreeNode, 'detail' | 'said'> => ({ detail: <CountText counts={counts} />, said: t('said', { total: counts.total, offline: counts.offline }) });
  const within = (outer: string | null): TreeNode[] =>
    plant.places.filter(({ place }) => place.parentId === outer).map(({ place, machines }) => ({ id: place.id, label: place.name, children: within(place.id), ...counted(machines) }));
  return [
    { id: ALL, label: t('all'), ...counted(plant.all) },
    ...within(null),
    ...(plant.unplaced.total > 0 && plant.places.length > 0 ? [{ id: NOWHERE, label: t('nowhere'), ...counted(plant.unplaced) }] : []),
    ...(plant.retired > 0 ? [{ id: RETIRED, label: t('retired'), detail: <span className="tn-num text-13 text-ink-3">{plant.retired}</span>, said: t('said', { total: plant.retired, offline: 0 }) }] : []),
  ];
}
