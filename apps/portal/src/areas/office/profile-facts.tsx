'use client';

import { DISTRICTS, INDUSTRY_DIVISIONS } from '@tenon/domain/company';
import { Badge, DescriptionList, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { CompanyFactsFragment } from '../../generated/documents';
import { ConfirmCode } from './confirm-code';
import { useMayOffice } from './office-context';

const TONE = { CHECKED: 'neutral', CONFIRMED: 'good', TO_REVIEW: 'caution' } as const;

function CreditCode({ company }: { company: CompanyFactsFragment }) {
  const t = useTranslations('office.profile');
  const mayReview = useMayOffice('company:review');
  const { creditCode, creditCodeState } = company.profile;
  if (!creditCode || !creditCodeState) return t('notSaid');
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <code className="break-all">{creditCode}</code>
      <Badge tone={TONE[creditCodeState]}>{t(`codeState.${creditCodeState}`)}</Badge>
      {creditCodeState === 'TO_REVIEW' && mayReview && <ConfirmCode id={company.id} creditCode={creditCode} />}
    </span>
  );
}

/** What the company says of itself. */
export function ProfileFacts({ company }: { company: CompanyFactsFragment }) {
  const t = useTranslations('office.profile');
  const isChinese = useLocale() === 'zh-CN';
  const { legalName, industry, sizeClass, employees, district, park, address } = company.profile;
  const nameIn = (list: readonly { code: string; zh: string; en: string }[], code: string | null): string | undefined => {
    const found = list.find((entry) => entry.code === code);
    return found && (isChinese ? found.zh : found.en);
  };
  const size = sizeClass ? t(`size.${sizeClass}`) : undefined;
  const texts = [
    ['legalName', legalName],
    ['industry', nameIn(INDUSTRY_DIVISIONS, industry)],
    ['sizeClass', size ?? (employees === null ? undefined : t('people', { count: employees }))],
    ['district', nameIn(DISTRICTS, district)],
    ['park', park],
    ['address', address],
  ] as const;
  return (
    <Section title={t('title')} description={t('intro')}>
      <DescriptionList
        columns={2}
        items={[{ key: 'creditCode', term: t('creditCode'), detail: <CreditCode company={company} /> }, ...texts.map(([key, text]) => ({ key, term: t(key), detail: text ?? t('notSaid') }))]}
      />
    </Section>
  );
}
