'use client';

import { Button, ChevronDownIcon, LinkButton, PlusIcon, type MenuEntry } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { LazyMenu } from '../../frame/lazy-menu';
import { Link } from '../../frame/link';
import { useMay } from '../../viewer/viewer-context';

/** How machines come, and what there is to look at of all of them; as far as one may. */
function useWays(): MenuEntry[] {
  const t = useTranslations('machines.ways');
  const may = { create: useMay('device:create'), claim: useMay('device:claim'), let: useMay('device:credentials'), look: useMay('device:read'), read: useMay('telemetry:read'), bring: useMay('telemetry:import'), types: useMay('device-type:read') };
  const groups = {
    in: [
      { key: 'list', href: '/machines/import', isOffered: may.create },
      { key: 'claim', href: '/machines/claim', isOffered: may.claim },
      { key: 'keys', href: '/machines/provisioning', isOffered: may.let },
      { key: 'authorities', href: '/machines/authorities', isOffered: may.look },
      { key: 'history', href: '/machines/history', isOffered: may.bring },
    ],
    all: [
      { key: 'completeness', href: '/machines/completeness', isOffered: may.read },
      { key: 'types', href: '/machines/types', isOffered: may.types },
      { key: 'campaigns', href: '/machines/campaigns', isOffered: may.look },
      { key: 'tags', href: '/machines/tags', isOffered: may.look },
    ],
  } as const;
  return (['in', 'all'] as const).flatMap((group): MenuEntry[] => {
    const offered = groups[group].filter(({ isOffered }) => isOffered);
    return offered.length === 0 ? [] : [{ kind: 'heading', key: group, label: t(`groups.${group}`) }, ...offered.map(({ key, href }) => ({ key, href, label: t(key) }))];
  });
}

/** The way to one more machine, and one menu with all the others: four buttons would not fit a phone. */
export function MachineLinks() {
  const t = useTranslations('machines');
  const mayAdd = useMay('device:create');
  const items = useWays();
  return (
    <>
      {items.length > 0 && <LazyMenu label={t('ways.label')} align="end" linkComponent={Link} trigger={<Button trailingIcon={<ChevronDownIcon size={14} />}>{t('ways.label')}</Button>} items={items} />}
      {mayAdd && (
        <LinkButton asChild variant="primary" icon={<PlusIcon size={16} />}>
          <Link href="/machines/new">{t('add')}</Link>
        </LinkButton>
      )}
    </>
  );
}
