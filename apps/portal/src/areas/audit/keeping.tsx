'use client';

import { Section, SelectField, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { Failure } from '../../errors/failure';
import { useToast } from '../../frame/toasts';
import { AuditChainDocument, KeepAuditTrailDocument, type AuditChainQuery } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';

const MONTHS = [6, 12, 24, 36, 60, 120];

function KeepMonths({ keepMonths, onChanged }: { keepMonths: number; onChanged: () => void }) {
  const t = useTranslations('audit.keeping');
  const frame = useTranslations('frame');
  const toast = useToast();
  const mayChange = useMay('tenant:update');
  const change = useChange(KeepAuditTrailDocument, {
    onDone: () => {
      toast.show({ title: frame('saved'), tone: 'good' });
      onChanged();
    },
  });
  const choices = [...new Set([...MONTHS, keepMonths])].sort((a, b) => a - b);
  return (
    <>
      {change.error && <FormFault error={change.error} />}
      <SelectField
        label={t('months')}
        hint={t('hint')}
        value={String(keepMonths)}
        disabled={!mayChange || change.isPending}
        onValueChange={(months) => change.mutate({ months: Number(months) })}
        options={choices.map((months) => ({ value: String(months), label: t('choice', { months }) }))}
        fieldClassName="max-w-sm"
      />
    </>
  );
}

function Head({ length, headHash, droppedCount }: AuditChainQuery['auditChain']) {
  const t = useTranslations('audit.keeping');
  return (
    <p className="max-w-prose text-14 text-ink-2">
      {t('head', { count: length, dropped: droppedCount })} <code className="text-12 break-all">{headHash}</code>
    </p>
  );
}

/** How long the trail is kept, and where it ends now. */
export function Keeping() {
  const t = useTranslations('audit.keeping');
  const chain = useAnswer(AuditChainDocument, {});
  return (
    <Section title={t('title')} description={t('intro')}>
      <div className="grid gap-5">
        {chain.isError && !chain.data && <Failure error={chain.error} onRetry={() => void chain.refetch()} isRetrying={chain.isFetching} headingLevel={3} />}
        {chain.isPending && <Skeleton height={64} />}
        {chain.data && <KeepMonths keepMonths={chain.data.auditChain.keepMonths} onChanged={() => void chain.refetch()} />}
        {chain.data && <Head {...chain.data.auditChain} />}
      </div>
    </Section>
  );
}
