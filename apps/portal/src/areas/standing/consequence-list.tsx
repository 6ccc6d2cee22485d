'use client';

import { CONSEQUENCES } from '@tenon/domain/life';
import { DescriptionList } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { lifeState, type ShownPlace } from './place-key';

/** What holds where a company stands, as the table says it that all doors go by. */
export function ConsequenceList({ place }: { place: ShownPlace }) {
  const t = useTranslations('standing.lets');
  const { reads, writes, takesTelemetry, bills } = CONSEQUENCES[lifeState(place.state)];
  const yesOrNo = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');
  const items = [
    { key: 'reads', term: t('reads.term'), detail: t(`reads.${reads}`) },
    { key: 'writes', term: t('writes.term'), detail: t(`writes.${yesOrNo(writes)}`) },
    { key: 'machines', term: t('machines.term'), detail: t(`machines.${yesOrNo(takesTelemetry)}`) },
    { key: 'bills', term: t('bills.term'), detail: t(`bills.${yesOrNo(bills)}`) },
  ];
  return <DescriptionList columns={2} items={items} />;
}
