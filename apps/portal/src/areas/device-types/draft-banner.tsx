'use client';

import { Button, Callout, Disclosure } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { WholeTypeFragment } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { ChangeTable } from './change-table';

const PublishDraft = dynamic(() => import('./publish-draft').then(({ PublishDraft: Dialog }) => Dialog), { ssr: false });
const DiscardDraft = dynamic(() => import('./discard-draft').then(({ DiscardDraft: Dialog }) => Dialog), { ssr: false });

function DraftActs({ type }: { type: WholeTypeFragment }) {
  const t = useTranslations('deviceTypes.draft');
  const [open, setOpen] = useState<'publish' | 'discard' | null>(null);
  return (
    <span className="flex flex-wrap gap-2">
      <Button size="sm" variant="primary" onClick={() => setOpen('publish')}>
        {t('publish')}
      </Button>
      {type.published && (
        <Button size="sm" onClick={() => setOpen('discard')}>
          {t('discard')}
        </Button>
      )}
      {open === 'publish' && <PublishDraft type={type} onClose={() => setOpen(null)} />}
      {open === 'discard' && <DiscardDraft type={type} onClose={() => setOpen(null)} />}
    </span>
  );
}

/** That what is shown is not in force, what it changes, and how to go on. */
export function DraftBanner({ type }: { type: WholeTypeFragment }) {
  const t = useTranslations('deviceTypes.draft');
  const mayManage = useMay('device-type:manage');
  const { draft, published } = type;
  if (!draft) return null;
  return (
    <div className="grid gap-3">
      <Callout tone="caution" title={t('title')} action={mayManage ? <DraftActs type={type} /> : undefined}>
        {published ? t('body', { version: published.version, next: draft.version }) : t('first')}
      </Callout>
      {published && (
        <Disclosure summary={t('changes', { count: draft.changes.length })}>
          <ChangeTable changes={draft.changes} />
        </Disclosure>
      )}
    </div>
  );
}
