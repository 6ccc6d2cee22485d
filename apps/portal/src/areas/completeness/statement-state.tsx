'use client';

import { ExactTime } from '@tenon/ui';
import { useLocale } from 'next-intl';
import type { CompletenessOfMonthQuery } from '../../generated/documents';
import { useCompletenessWords } from './use-completeness-words';

type Month = CompletenessOfMonthQuery['completeness'];

/** Which statement it is, and when it was made. */
export function StatementState({ of: { madeAt, isFinal, revision, timeZone } }: { of: Month }) {
  const { t } = useCompletenessWords();
  const locale = useLocale();
  if (!madeAt) return null;
  return (
    <span>
      {isFinal ? t('revision', { revision }) : t('running')} <ExactTime at={madeAt} locale={locale} timeZone={timeZone} precision="minute" />
    </span>
  );
}

/** What a revision says otherwise than the one before. */
export function RevisionChanges({ of: { changes } }: { of: Month }) {
  const { t, count } = useCompletenessWords();
  if (changes.length === 0) return null;
  return (
    <section className="grid gap-2 border-t border-line pt-4" aria-labelledby="revised">
      <h2 id="revised" className="text-16 font-semibold">
        {t('changed')}
      </h2>
      <ul className="grid gap-1 text-14">
        {changes.map(({ deviceId, name, keptBefore, missingBefore, kept, missing }) => (
          <li key={deviceId}>{keptBefore === null ? t('changeNew', { name, kept: count(kept), missing: count(missing) }) : t('change', { name, keptBefore: count(keptBefore), kept: count(kept), missingBefore: count(missingBefore), missing: count(missing) })}</li>
        ))}
      </ul>
    </section>
  );
}
