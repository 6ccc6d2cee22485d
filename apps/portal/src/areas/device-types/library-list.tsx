'use client';

import { Button, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { DeviceTypeLibraryDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import type { LibraryEntry } from './library-entry';
import { modelOf } from './model-of';
import type { useMakeType } from './use-make-type';
import { useWords } from './use-words';

type Make = ReturnType<typeof useMakeType>;

const LibraryLook = dynamic(() => import('./library-look').then(({ LibraryLook: Look }) => Look), { ssr: false });

function LibraryCard({ entry, make }: { entry: LibraryEntry; make: Make }) {
  const t = useTranslations('deviceTypes.new');
  const wordsOf = useWords();
  const locale = useLocale();
  const mayManage = useMay('device-type:manage');
  const [isOpen, setIsOpen] = useState(false);
  const model = modelOf(entry.model);
  const name = wordsOf(entry.name);
  const isMaking = make.isPending && make.variables.input.libraryKey === entry.key;
  return (
    <li className="flex flex-col justify-between gap-3 border-t border-line py-4">
      <div className="grid gap-1">
        <h3 className="text-16 font-semibold">{name}</h3>
        <p className="text-13 text-ink-2">{wordsOf(entry.description)}</p>
        <p className="tn-num text-13 text-ink-3">{t('counts', { metrics: model.metrics.length, alarms: model.alarms.length })}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {mayManage && (
          <Button size="sm" aria-label={t('useOf', { name })} isLoading={isMaking} disabled={make.isPending && !isMaking} onClick={() => make.mutate({ input: { libraryKey: entry.key, language: locale === 'en' ? 'EN' : 'ZH' } })}>
            {t('use')}
          </Button>
        )}
        <Button size="sm" variant="quiet" onClick={() => setIsOpen(true)}>
          {t('look')}
          <span className="sr-only"> {name}</span>
        </Button>
      </div>
      {isOpen && <LibraryLook entry={entry} onClose={() => setIsOpen(false)} />}
    </li>
  );
}

/** The ten types to start from. */
export function LibraryList({ make }: { make: Make }) {
  const library = useAnswer(DeviceTypeLibraryDocument, {}, { staleMs: Number.POSITIVE_INFINITY });
  if (library.isError && !library.data) return <Failure error={library.error} onRetry={() => void library.refetch()} isRetrying={library.isFetching} headingLevel={3} />;
  if (!library.data) return <Skeleton height={480} />;
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
      {library.data.deviceTypeLibrary.map((entry) => (
        <LibraryCard key={entry.key} entry={entry} make={make} />
      ))}
    </ul>
  );
}
