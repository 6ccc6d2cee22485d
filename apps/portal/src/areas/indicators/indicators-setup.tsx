'use client';

import { Button, FieldError, LinkButton, PageHeader } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { ConfigureIndicatorsDocument, type ReadableSeriesFragment } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { useMay } from '../../viewer/viewer-context';
import { keepSubscription, type Subscription } from '../apps/use-subscription';
import { useLocalized } from '../store/use-localized';
import { bindingsOf } from './indicator-bindings';
import { InputRow } from './input-row';
import { useBoundSeries } from './use-bound-series';

function useBinding(subscription: Subscription) {
  const t = useTranslations('indicators.setup');
  const toast = useToast();
  const cache = useQueryClient();
  const router = useRouter();
  const stored = useBoundSeries(useMemo(() => bindingsOf(subscription.settings), [subscription.settings]));
  const [picked, setPicked] = useState<Readonly<Record<string, ReadableSeriesFragment>>>({});
  const chosen = { ...stored, ...picked };
  const open = subscription.app.inputs.filter(({ key }) => !chosen[key]);
  const change = useChange(ConfigureIndicatorsDocument, {
    onDone: ({ configureIndicators }) => {
      toast.show({ title: t('saved'), tone: 'good' });
      keepSubscription(cache, configureIndicators);
      cache.removeQueries({ queryKey: ['IndicatorReport'] });
      router.push(`/apps/${subscription.id}`);
    },
  });
  const send = (): void => {
    const bindings = subscription.app.inputs.flatMap(({ key }) => (chosen[key] ? [{ input: key, seriesId: chosen[key].id }] : []));
    change.mutate({ input: { subscriptionId: subscription.id, bindings } });
  };
  return { chosen, open, pick: (input: string, series: ReadableSeriesFragment) => setPicked((known) => ({ ...known, [input]: series })), send, isSending: change.isPending || change.isSuccess, error: change.error };
}

type Binding = ReturnType<typeof useBinding>;

function Actions({ subscription, binding, onSend }: { subscription: Subscription; binding: Binding; onSend(): void }) {
  const t = useTranslations('indicators.setup');
  const mayUpdate = useMay('subscription:update');
  return (
    <div className="flex flex-wrap items-center gap-3 max-md:flex-col-reverse max-md:items-stretch">
      <Button variant="primary" size="lg" onClick={onSend} isLoading={binding.isSending} loadingLabel={t('saving')} disabled={!mayUpdate}>
        {subscription.isConfigured ? t('saveAgain') : t('save')}
      </Button>
      {subscription.isConfigured && (
        <LinkButton asChild size="lg">
          <Link href={`/apps/${subscription.id}`}>{t('cancel')}</Link>
        </LinkButton>
      )}
      {!mayUpdate && <p className="text-13 text-ink-3">{t('mayNot')}</p>}
    </div>
  );
}

/** Tells an app of indicators which metric each of its inputs is. */
export function IndicatorsSetup({ subscription }: { subscription: Subscription }) {
  const t = useTranslations('indicators.setup');
  const localized = useLocalized();
  const [isChecked, setIsChecked] = useState(false);
  const binding = useBinding(subscription);
  const { app } = subscription;
  const send = (): void => {
    setIsChecked(true);
    if (binding.open.length === 0) binding.send();
  };
  return (
    <div className="grid grid-cols-1 max-w-4xl gap-6">
      <PageHeader title={t('title', { app: localized(app.name) })} answer={t('answer')} />
      <FormFault error={binding.error} />
      <ul aria-label={t('input')} className="border-t border-ink">
        {app.inputs.map((input) => (
          <InputRow
            key={input.key}
            app={app}
            input={input}
            chosen={binding.chosen[input.key] ?? null}
            isMissing={isChecked && !binding.chosen[input.key]}
            onChoose={(series) => binding.pick(input.key, series)}
          />
        ))}
      </ul>
      {isChecked && binding.open.length > 0 && <FieldError>{t('missing', { count: binding.open.length })}</FieldError>}
      <Actions subscription={subscription} binding={binding} onSend={send} />
    </div>
  );
}
