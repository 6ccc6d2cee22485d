'use client';

import { Callout, CodeBlock, Spinner } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRefusalWords } from '../refusals/use-refusal-words';
import type { ArrivalRefusal } from './use-arrival';

/** Says that the page listens; and when a message came but was refused, why, right here. */
export function Waiting({ refusal }: { refusal: ArrivalRefusal | undefined }) {
  const t = useTranslations('machines.connect');
  const refusals = useTranslations('refusals');
  const words = useRefusalWords();
  const said = refusal && words(refusal.code, refusal.details);
  return (
    <div className="grid gap-4" aria-live="polite">
      <p className="flex items-center gap-3 border-y border-line py-4 text-16">
        <Spinner size={20} />
        {t('waiting')}
      </p>
      {refusal && said && (
        <Callout tone="danger" title={t('refused')}>
          <div className="grid gap-2">
            <p>{said.why}</p>
            <p>{said.mend}</p>
            {refusal.sample !== '' && (
              <CodeBlock code={refusal.sample} label={refusals('sampleLabel')} title={refusals('sample')} copyLabel={t('copy')} copiedLabel={t('copied')} isWrapped maxHeight={120} />
            )}
          </div>
        </Callout>
      )}
    </div>
  );
}
