'use client';

import { Callout } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { InvoiceQuery } from '../../generated/documents';
import { usePlanWords } from '../plan/use-plan-words';

type Card = InvoiceQuery['invoice']['cards'][number];

/** The payment service's words for what has words of ours; the rest is told as it is. */
const KNOWN = ['insufficient_funds', 'expired_card', 'authentication_required'];

function Refunds({ refunds }: Pick<Card, 'refunds'>) {
  const t = useTranslations('invoices.card');
  const words = usePlanWords();
  return refunds.map(({ id, state, amountMinor, failure }) => (
    <Callout key={id} tone={state === 'FAILED' ? 'danger' : 'info'} title={t('refund', { state })}>
      {t('refundBody', { state, amount: words.money(amountMinor), why: failure ?? '—' })}
    </Callout>
  ));
}

function Dispute({ card: { dispute, amountMinor } }: { card: Card }) {
  const t = useTranslations('invoices.card');
  const words = usePlanWords();
  if (!dispute) return null;
  return (
    <Callout tone={dispute === 'WON' ? 'info' : 'caution'} title={t('dispute', { state: dispute })}>
      {t('disputeBody', { state: dispute, amount: words.money(amountMinor) })}
    </Callout>
  );
}

/** What became of the newest try: nothing where it was paid, or was left. */
function Newest({ card: { state, failure }, isConfirming }: { card: Card; isConfirming: boolean }) {
  const t = useTranslations('invoices.card');
  if (failure === 'misfit') return <Callout tone="caution" title={t('misfit')}>{t('misfitBody')}</Callout>;
  if (state === 'FAILED') return <Callout tone="danger" title={t('failed')}>{t('failedBody')}</Callout>;
  if (isConfirming) return <Callout role="status" title={t('confirming')}>{t('confirmingBody')}</Callout>;
  if (failure && state !== 'PAID') return <Callout tone="caution" title={t('declined')}>{t('declinedBody', { why: KNOWN.includes(failure) ? failure : 'other', code: failure })}</Callout>;
  return null;
}

/** How an invoice's payments by card went, and what of it went back. */
export function InvoiceCards({ cards, isConfirming = false }: { cards: readonly Card[]; isConfirming?: boolean }) {
  const [newest] = cards;
  if (!newest) return null;
  return (
    <div className="grid gap-3 empty:hidden print:hidden">
      <Newest card={newest} isConfirming={isConfirming} />
      {cards.map((card) => (
        <Dispute key={card.id} card={card} />
      ))}
      <Refunds refunds={cards.flatMap(({ refunds }) => refunds)} />
    </div>
  );
}
