'use client';

import { ConfirmDialog } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { useToast } from '../../frame/toasts';
import { UnsubscribeDocument } from '../../generated/documents';
import { useLocalized } from '../store/use-localized';
import { useScopeWords } from '../store/use-scope-words';
import { keepSubscription, type Subscription } from './use-subscription';

interface UnsubscribeDialogProps {
  readonly subscription: Subscription;
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
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
export function UnsubscribeDialog({ subscription, isOpen, onOpenChange }: UnsubscribeDialogProps) {
  const t = useTranslations('apps.unsubscribe');
  const frame = useTranslations('frame');
  const locale = useLocale();
  const localized = useLocalized();
  const scopeWords = useScopeWords();
  const change = useUnsubscribe(subscription);
  const faultLine = useFaultLine();
  const scopes = new Intl.ListFormat(locale, { type: 'conjunction' }).format(subscription.grantedScopes.map(scopeWords));
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('title', { app: localized(subscription.app.name) })}
      losses={{ heading: t('heading'), items: [t('loss1'), t('loss2', { scopes }), t('loss3')] }}
      recovery={t('recovery')}
      confirmLabel={change.isPending ? t('pending') : t('confirm')}
      cancelLabel={frame('cancel')}
      closeLabel={frame('close')}
      isPending={change.isPending}
      error={faultLine(change.error)}
      onConfirm={() => change.mutate({ id: subscription.id })}
    />
  );
}
