'use client';

import { Button, EyeIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useHiddenColumns } from '../../theme/hidden-columns';
import { LazyMenu } from '../lazy-menu';
import { addressOf, isSameLook, lookOf, PLAIN_LOOK, type ListLook } from './list-look';
import { useViews, type View, type ViewedList, type Views } from './use-views';

const KeepView = dynamic(() => import('./keep-view').then(({ KeepView: Keep }) => Keep), { ssr: false });
const ManageViews = dynamic(() => import('./manage-views').then(({ ManageViews: Manage }) => Manage), { ssr: false });

/** How the list looks now, and making it look otherwise. */
function useLook(table: string): readonly [look: ListLook, show: (look: ListLook) => void] {
  const params = useSearchParams();
  const { hidden, hideOnly } = useHiddenColumns(table);
  const show = (look: ListLook): void => {
    const address = addressOf(look);
    hideOnly(look.hiddenColumns);
    history.replaceState(null, '', address ? `?${address}` : location.pathname);
  };
  return [lookOf(new URLSearchParams(params), hidden), show];
}

/** A list that is opened without being narrowed begins with the view that was chosen for that. */
function useBeginning(views: Views, show: (look: ListLook) => void): void {
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current || !views.all) return;
    isBegun.current = true;
    const first = views.all.find(({ isDefault }) => isDefault);
    if (first && location.search === '') show(first);
  });
}

/** The views that somebody keeps of a list: choosing one, keeping how it looks now, and seeing to them. */
export function ViewsMenu({ list, table }: { list: ViewedList; table: string }) {
  const t = useTranslations('frame.views');
  const views = useViews(list);
  const [look, show] = useLook(table);
  const [open, setOpen] = useState<'keep' | 'manage' | null>(null);
  useBeginning(views, show);
  const all: readonly View[] = views.all ?? [];
  const current = all.find((view) => isSameLook(view, look));
  const choices = all.map((view) => ({ kind: 'choice' as const, key: view.id, label: view.name, isChecked: view === current, onSelect: () => show(view) }));
  const close = (): void => setOpen(null);
  return (
    <>
      <LazyMenu
        label={t('menu')}
        align="end"
        trigger={
          <Button size="sm" icon={<EyeIcon size={16} />} >
            <span className="max-w-32 truncate">{current?.name ?? t('button')}</span>
          </Button>
        }
        items={[
          { kind: 'choice', key: 'plain', label: t('plain'), isChecked: isSameLook(PLAIN_LOOK, look), onSelect: () => show(PLAIN_LOOK) },
          ...(choices.length > 0 ? [{ kind: 'heading' as const, key: 'own', label: t('heading') }, ...choices] : []),
          { kind: 'separator', key: 'line' },
          { key: 'keep', label: t('keep'), isDisabled: current !== undefined, onSelect: () => setOpen('keep') },
          ...(choices.length > 0 ? [{ key: 'manage', label: t('manage'), onSelect: () => setOpen('manage') }] : []),
        ]}
      />
      {open === 'keep' && <KeepView views={views} look={look} onClose={close} />}
      {open === 'manage' && <ManageViews views={views} onClose={close} />}
    </>
  );
}
