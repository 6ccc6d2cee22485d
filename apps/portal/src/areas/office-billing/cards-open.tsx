'use client';

import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useAnswer } from '../../api/use-answer';
import { CardsOpenDocument } from '../../generated/documents';

/** How many messages about cards wait for somebody, where any do. */
export function CardsOpen() {
  const t = useTranslations('office.cards');
  const count = useAnswer(CardsOpenDocument, {}).data?.doubtfulCardEvents.openCount ?? 0;
  if (count === 0) return null;
  return (
    <Link href="/admin/billing?view=cards" className="justify-self-start text-14 underline">
      {t('open', { count })}
    </Link>
  );
}
