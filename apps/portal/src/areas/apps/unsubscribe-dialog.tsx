'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { useToast } from '../../frame/toasts';
import { UnsubscribeDocument } from '../../generated/documents';
import { useLocalized } from '../store/use-localized';
import { useScopeWords } from '../store/use-scope-words';
import { keepSubscription, type Subscription } from './use-subscription';

interface UnsubscribeDialogProps {
  readonly subscription: Subscription;
  onClose(): void;
}

function useUnsubscribe({ id, app }: Subscription) {
  const t = useTranslations('apps.unsubscribe');
  const localized = useLocalized();
  const cache = useQueryClient();
  const toast = useToast();
  const router = useRouter();
  return useChange(UnsubscribeDocument, {
    onDone: ({ unsubscribe }) => {
      toast.show({ title: t('done', { app: localized(app.name) }), tone: 'good' });
      cache.removeQueries({ queryKey: ['EnergyReport'] });
      cache.removeQueries({ queryKey: ['IndicatorReport'] });
      keepSubscription(cache, { ...unsubscribe, id });
      router.push('/apps');
    },
  });
}

/** Says what stops and what is revoked, then ends the subscription. */
export function UnsubscribeDialog({ subscription, onClose }: UnsubscribeDialogProps) {
  const t = useTranslations('apps.unsubscribe');
  const locale = useLocale();
  const localized = useLocalized();
  const scopeWords = useScopeWords();
  const change = useUnsubscribe(subscription);
  const scopes = new Intl.ListFormat(locale, { type: 'conjunction' }).format(subscription.grantedScopes.map(scopeWords));
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('title', { app: localized(subscription.app.name) })}
      losses={{ heading: t('heading'), items: [t('loss1'), t('loss2', { scopes }), t('loss3')] }}
      recovery={t('recovery')}
      confirmLabel={change.isPending ? t('pending') : t('confirm')}
      onConfirm={() => change.mutate({ id: subscription.id })}
    />
  );
}
