'use client';

import { Disclosure, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { InvoiceQuery } from '../../generated/documents';
import { usePlanWords } from '../plan/use-plan-words';

type Invoice = InvoiceQuery['invoice'];
type Line = Invoice['lines'][number];

/** Each day that was read, so that whoever doubts a line can go by the readings. */
function Days({ days, included }: { days: Line['days']; included: number }) {
  const t = useTranslations('invoices.days');
  const words = usePlanWords();
  return (
    <Disclosure summary={t('open', { count: days.length })}>
      <table className="mt-2 text-12">
        <caption className="sr-only">{t('caption', { included: words.count(included) })}</caption>
        <thead className="text-ink-3">
          <tr>
            <th scope="col" className="pr-6 text-left font-normal">{t('day')}</th>
            <th scope="col" className="pr-6 text-right font-normal">{t('used')}</th>
            <th scope="col" className="text-right font-normal">{t('beyond')}</th>
          </tr>
        </thead>
        <tbody className="tn-num">
          {days.map(({ date, used, beyond }) => (
            <tr key={date}>
              <th scope="row" className="pr-6 text-left font-normal">{words.shortDay(date)}</th>
              <td className="pr-6 text-right">{words.count(used)}</td>
              <td className="text-right">{words.count(beyond)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}

function LineText({ line: { kind, plan, from, to, quantity, per, unitPriceMinor, meter, included, days } }: { line: Line }) {
  const t = useTranslations('invoices.line');
  const plans = useTranslations('plan');
  const words = usePlanWords();
  const range = { from: words.shortDay(from), to: words.shortDay(to), price: words.money(unitPriceMinor) };
  if (kind === 'FEE' || kind === 'CREDIT' || !meter) {
    return (
      <>
        {t(kind === 'CREDIT' ? 'credit' : 'fee', { plan: words.plan(plan) })}
        <span className="block text-12 text-ink-3">{t('feeHow', { ...range, days: quantity, per })}</span>
      </>
    );
  }
  return (
    <>
      {t(kind === 'SUPPLEMENT' ? 'supplement' : 'overage', { meter: plans(`quota.${meter}`), month: words.month(from) })}
      <span className="block text-12 text-ink-3">{t('overageHow', { ...range, quantity: words.count(quantity), per: words.count(per), included: words.count(included ?? 0) })}</span>
      <Days days={days} included={included ?? 0} />
    </>
  );
}

/** What an invoice is for, and the three sums of it. */
export function InvoiceLines({ invoice }: { invoice: Pick<Invoice, 'lines' | 'netMinor' | 'taxMinor' | 'grossMinor'> }) {
  const t = useTranslations('invoices');
  const words = usePlanWords();
  const sums = [
    { key: 'net', fen: invoice.netMinor },
    { key: 'tax', fen: invoice.taxMinor },
    { key: 'gross', fen: invoice.grossMinor },
  ] as const;
  return (
    <Section title={t('lines')}>
      <table className="w-full text-14">
        <caption className="sr-only">{t('lines')}</caption>
        <tbody className="divide-y divide-line">
          {invoice.lines.map((line) => (
            <tr key={line.lineNo}>
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                <LineText line={line} />
              </th>
              <td className="tn-num py-2 text-right align-top whitespace-nowrap">{words.money(line.amountMinor)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot className="border-t border-ink">
          {sums.map(({ key, fen }) => (
            <tr key={key} className={key === 'gross' ? 'font-medium' : 'text-ink-2'}>
              <th scope="row" className={`py-1 pr-4 text-right ${key === 'gross' ? 'font-medium' : 'font-normal'}`}>{t(`sum.${key}`)}</th>
              <td className="tn-num py-1 text-right whitespace-nowrap">{words.money(fen)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
    </Section>
  );
}
