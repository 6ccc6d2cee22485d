'use client';

import { IconButton, MoreIcon, type MenuEntry } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { LazyMenu } from '../../frame/lazy-menu';
import { Link } from '../../frame/link';
import { useMay } from '../../viewer/viewer-context';
import type { Tag } from './tag';

const DIALOGS = {
  rename: dynamic(() => import('./rename-tag').then(({ RenameTag: Dialog }) => Dialog), { ssr: false }),
  merge: dynamic(() => import('./merge-tag').then(({ MergeTag: Dialog }) => Dialog), { ssr: false }),
  delete: dynamic(() => import('./delete-tag').then(({ DeleteTag: Dialog }) => Dialog), { ssr: false }),
} as const;
type Question = keyof typeof DIALOGS;

/** One tag: which machines have it, and what may be done with it. */
export function TagRow({ tag, tags }: { tag: Tag; tags: readonly Tag[] }) {
  const t = useTranslations('plant.tags');
  const mayChange = useMay('asset:manage');
  const [open, setOpen] = useState<Question | null>(null);
  const items: MenuEntry[] = [
    { key: 'rename', label: t('rename'), onSelect: () => setOpen('rename') },
    { key: 'merge', label: t('merge'), isDisabled: tags.length < 2, onSelect: () => setOpen('merge') },
    { key: 'delete', label: t('delete'), tone: 'danger', onSelect: () => setOpen('delete') },
  ];
  const Dialog = open && DIALOGS[open];
  return (
    <li className="flex min-h-12 items-center gap-3 border-t border-line py-1">
      <Link href={`/machines?tag=${tag.id}`} className="min-w-0 flex-1 py-2 text-14 font-medium wrap-anywhere hover:underline">
        {tag.name}
      </Link>
      <span className="tn-num text-13 text-ink-2">{t('machines', { count: tag.machineCount })}</span>
      {mayChange && <LazyMenu label={t('actions', { name: tag.name })} align="end" trigger={<IconButton label={t('actions', { name: tag.name })} icon={<MoreIcon />} />} items={items} />}
      {Dialog && <Dialog tag={tag} tags={tags} onClose={() => setOpen(null)} />}
    </li>
  );
}
