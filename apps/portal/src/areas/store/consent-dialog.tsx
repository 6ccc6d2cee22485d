'use client';

import { Button, CloseIcon, Dialog } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useChange } from '../../api/use-change';
import { SubscribeDocument, type StoreAppQuery } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { ScopeList } from './scope-list';
import { useLocalized } from './use-localized';
import { usePrice } from './use-price';

interface ConsentDialogProps {
  readonly app: StoreAppQuery['app'];
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
}

function useSubscribe(app: ConsentDialogProps['app']) {
  const router = useRouter();
  const cache = useQueryClient();
  const change = useChange(SubscribeDocument, {
    onDone: ({ subscribe }) => {
      for (const name of ['Store', 'StoreApp', 'Apps', 'Home']) void cache.invalidateQueries({ queryKey: [name] });
      router.push(subscribe.isConfigured ? `/apps/${subscribe.id}` : `/apps/${subscribe.id}/setup`);
    },
  });
  const agree = (): void => change.mutate({ input: { appId: app.id, consentedScopes: app.scopes.map(({ permission }) => permission) } });
  return { agree, isBusy: change.isPending || change.isSuccess, error: change.error };
}

/** Says in plain words what the app will be allowed, and subscribes once the person agrees. */
export function ConsentDialog({ app, isOpen, onOpenChange }: ConsentDialogProps) {
  const t = useTranslations('store.consent');
  const frame = useTranslations('frame');
  const localized = useLocalized();
  const priceOf = usePrice();
  const { agree, isBusy, error } = useSubscribe(app);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('title', { app: localized(app.name) })}
      description={t('body', { publisher: app.publisherName })}
      closeLabel={frame('close')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{frame('cancel')}</Button>
          <Button variant="primary" isLoading={isBusy} loadingLabel={t('agreeing')} onClick={agree}>
            {t('agree')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-5">
        <FormFault error={error} />
        <section>
          <h3 className="mb-2 text-13 font-medium">{t('mayHeading')}</h3>
          <ScopeList scopes={app.scopes} />
        </section>
        <section>
          <h3 className="mb-2 text-13 font-medium">{t('mayNotHeading')}</h3>
          <ul className="grid gap-1.5 text-14 text-ink-2">
            {[t('mayNot1'), t('mayNot2')].map((line) => (
              <li key={line} className="flex gap-3">
                <CloseIcon size={16} className="mt-0.5 flex-none text-ink-3" />
                {line}
              </li>
            ))}
          </ul>
        </section>
        <p className="border-t border-line pt-3 text-14">
          {t('price', { price: priceOf(app.price, 'long') })}
          <span className="mt-1 block text-13 text-ink-3">{t('recall')}</span>
        </p>
      </div>
    </Dialog>
  );
}
