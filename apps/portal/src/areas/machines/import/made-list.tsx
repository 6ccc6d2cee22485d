'use client';

import { Button, Callout, LinkButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Link } from '../../../frame/link';
import { saveFile } from '../../apps/csv';
import type { ImportReport } from './send-list';

/** What was made, and its tokens, which nobody sees again. */
export function MadeList({ report: { added, completed } }: { report: ImportReport }) {
  const t = useTranslations('machines.import');
  const [isSaved, setIsSaved] = useState(false);
  const save = (): void => {
    saveFile(t('file'), completed ?? '');
    setIsSaved(true);
  };
  const actions = (
    <div className="flex flex-wrap items-center gap-2">
      <Button variant={isSaved ? 'secondary' : 'primary'} onClick={save}>
        {t('save')}
      </Button>
      <LinkButton asChild variant={isSaved ? 'primary' : 'quiet'}>
        <Link href="/machines">{t('toList')}</Link>
      </LinkButton>
      {isSaved && (
        <span role="status" className="text-13 text-good">
          {t('saved')}
        </span>
      )}
    </div>
  );
  return (
    <Callout tone="good" role="status" title={t('done', { added })} action={actions}>
      {t('doneBody')}
    </Callout>
  );
}
