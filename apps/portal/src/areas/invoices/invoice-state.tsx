'use client';

import { Badge, type BadgeTone } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { InvoiceState as State } from '../../generated/documents';

const TONES: Readonly<Record<State, BadgeTone>> = { ISSUED: 'caution', OVERDUE: 'danger', PAID: 'good', VOID: 'neutral' };

/** Where an invoice stands, in a word. */
export function InvoiceState({ state }: { state: State }) {
  return <Badge tone={TONES[state]}>{useTranslations('invoices.state')(state)}</Badge>;
}
