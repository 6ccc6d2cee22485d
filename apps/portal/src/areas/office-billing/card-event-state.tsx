'use client';

import { Badge, Button, formatInstant } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { DoubtfulCardFactsFragment } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';

type Decision = DoubtfulCardFactsFragment['decisions'][number];

/** Who decided what about a message, when and why. */
export function CardDecision({ of: { isSettled, reason, decidedBy: by, decidedAt } }: { of: Decision }) {
  const t = useTranslations('billing.cards');
  const timeZone = useOfficeZone();
  return (
    <span className="block max-w-80 text-12 wrap-anywhere text-ink-2">
      <span className="text-ink-3">{t(isSettled ? 'settledBy' : 'reopenedBy', { by, at: formatInstant(decidedAt, { timeZone }) })}</span> {reason}
    </span>
  );
}

/** Whether a message waits for somebody, what was decided last, and what can be done. */
export function CardEventState({ of: { isSettled, decisions }, onDecide }: { of: DoubtfulCardFactsFragment; onDecide: () => void }) {
  const t = useTranslations('billing.cards');
  const [last] = decisions;
  return (
    <span className="grid justify-items-start gap-1.5 max-md:justify-items-end">
      <span className="inline-flex flex-wrap items-center gap-2">
        <Badge tone={isSettled ? 'neutral' : 'caution'}>{t(isSettled ? 'isSettled' : 'isOpen')}</Badge>
        <Button size="sm" onClick={onDecide}>
          {t(isSettled ? 'reopen' : 'settle')}
        </Button>
      </span>
      {last && <CardDecision of={last} />}
    </span>
  );
}
