'use client';

import { Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { LibraryEntry } from './library-entry';
import { ModelParts } from './model-parts';
import { modelOf } from './model-of';
import { useWords } from './use-words';

/** What a type of the library says, to be read before it is used. */
export function LibraryLook({ entry, onClose }: { entry: LibraryEntry; onClose: () => void }) {
  const t = useTranslations('deviceTypes.new');
  const frame = useTranslations('frame');
  const wordsOf = useWords();
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} size="lg" title={wordsOf(entry.name)} description={wordsOf(entry.description)} closeLabel={frame('close')}>
      <div className="grid gap-6">
        <p className="text-13 text-ink-2">
          <span className="font-medium text-ink">{t('basis')}</span> {wordsOf(entry.basis)}
        </p>
        <ModelParts model={modelOf(entry.model)} headingLevel={3} />
      </div>
    </Dialog>
  );
}
