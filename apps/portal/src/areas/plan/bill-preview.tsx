'use client';

import { Callout } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { PlanChangePreviewQuery } from '../../generated/documents';
import { usePlanWords } from './use-plan-words';

type Preview = PlanChangePreviewQuery['planChangePreview'];

function Lines({ preview }: { preview: Preview }) {
  const t = useTranslations('plan.change');
  const words = usePlanWords();
  const { lines, dueNowMinor, taxDueNowMinor } = preview;
  return (
    <table className="w-full text-14">
      <caption className="sr-only">{t('bill')}</caption>
      <tbody className="divide-y divide-line">
        {lines.map(({ isCredit, plan, from, to, days, daysOfMonth, monthlyMinor, amountMinor }) => (
          <tr key={`${plan} ${isCredit}`}>
            <th scope="row" className="py-2 pr-4 text-left font-normal">
              {t(isCredit ? 'credit' : 'fee', { plan: words.plan(plan) })}
              <span className="block text-12 text-ink-3">{t('days', { from: words.shortDay(from), to: words.shortDay(to), days, daysOfMonth, monthly: words.money(monthlyMinor) })}</span>
            </th>
            <td className="tn-num py-2 text-right align-top">{words.money(amountMinor)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-ink">
          <th scope="row" className="py-2 pr-4 text-left font-medium">
            {t('dueNow')}
            <span className="block text-12 font-normal text-ink-3">{t('taxWithin', { tax: words.money(taxDueNowMinor) })}</span>
          </th>
          <td className="tn-num py-2 text-right align-top font-medium">{words.money(dueNowMinor)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Shortfalls({ preview }: { preview: Preview }) {
  const t = useTranslations('plan');
  const words = usePlanWords();
  if (preview.shortfalls.length === 0) return null;
  return (
    <Callout tone={preview.isHindered ? 'danger' : 'caution'} title={t(preview.isHindered ? 'change.hindered' : 'change.tooMuch')}>
      <ul>
        {preview.shortfalls.map(({ meter, used, quota, isSold }) => (
          <li key={meter}>{t(isSold ? 'change.shortSold' : 'change.short', { meter: t(`meter.${meter}`), used: words.count(used), quota: words.count(quota) })}</li>
        ))}
      </ul>
    </Callout>
  );
}

/** What a change costs and brings, to the fen. */
export function BillPreview({ preview }: { preview: Preview }) {
  const t = useTranslations('plan.change');
  const words = usePlanWords();
  return (
    <>
      <p className="text-14 text-ink-2">{preview.isAtOnce ? t('atOnce') : t('later', { day: words.day(preview.takesEffectOn) })}</p>
      {preview.lines.length > 0 && <Lines preview={preview} />}
      <p className="text-14">{t('nextMonthly', { amount: words.money(preview.nextMonthlyMinor) })}</p>
      <Shortfalls preview={preview} />
    </>
  );
}
