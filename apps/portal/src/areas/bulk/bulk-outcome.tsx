'use client';

import { Button, Dialog, ProgressBar } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { ApiError } from '../../errors/api-error';
import { useErrorWords } from '../../errors/use-error-words';
import { BulkActionDocument, type BulkActionQuery, type BulkProgressFragment } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';

const LOOK_EVERY_MS = 1_000;

type Result = BulkActionQuery['bulkAction']['results']['nodes'][number];

/** The machines that would not, each with why and what helps. */
function Refused({ results, count }: { results: readonly Result[]; count: number }) {
  const t = useTranslations('plant.bulk');
  const words = useErrorWords();
  const refused = results.filter(({ outcome }) => outcome === 'REFUSED');
  if (count === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="text-13 text-ink-2">{t('refusedTitle', { count })}</h3>
      <ul className="grid max-h-64 gap-2 overflow-y-auto border-t border-line pt-2 text-14" tabIndex={0} aria-label={t('refusedTitle', { count })}>
        {refused.map(({ deviceId, name, code }) => {
          const { what, next } = words(new ApiError(code ?? ''));
          return (
            <li key={deviceId}>
              <span className="font-medium">{name}</span> <span className="text-ink-2">{what} {next}</span>
            </li>
          );
        })}
        {refused.length < count && <li className="text-ink-3">{t('refusedMore', { count: count - refused.length })}</li>}
      </ul>
    </div>
  );
}

/** How far it is, and in the end what came of it. It may be left: what was begun goes on. */
export function BulkOutcome({ begun, onClose }: { begun: BulkProgressFragment; onClose(): void }) {
  const t = useTranslations('plant.bulk');
  const frame = useTranslations('frame');
  const asked = useAnswer(BulkActionDocument, { id: begun.id }, { refetchEveryMs: (data) => (data?.bulkAction.finishedAt ? false : LOOK_EVERY_MS) });
  const { total, done, unchanged, refused, finishedAt } = asked.data?.bulkAction ?? begun;
  const settled = done + unchanged + refused;
  return (
    <Dialog
      isOpen
      size="sm"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={finishedAt ? t('finished') : t('underWay')}
      closeLabel={frame('close')}
      footer={<Button variant={finishedAt ? 'primary' : 'secondary'} onClick={onClose}>{finishedAt ? t('fine') : t('leave')}</Button>}
    >
      <div className="grid gap-4" role="status">
        <FormFault error={asked.error} />
        {finishedAt ? (
          <p className="text-14">{t('outcome', { done, unchanged, refused })}</p>
        ) : (
          <ProgressBar label={t('progress')} value={total === 0 ? null : settled / total} valueText={t('progressText', { settled, total })} hint={t('mayLeave')} />
        )}
        <Refused results={asked.data?.bulkAction.results.nodes ?? []} count={refused} />
      </div>
    </Dialog>
  );
}
