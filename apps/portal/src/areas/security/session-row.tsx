'use client';

import { Badge, Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { EndSessionDocument, type OwnSessionsQuery } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { ownTime } from './own-time';

export type OwnSession = NonNullable<OwnSessionsQuery['viewer']>['sessions'][number];

const UNKNOWN = 'other';

/** One place where the person is signed in. */
export function SessionRow({ session, onEnded }: { session: OwnSession; onEnded: () => Promise<unknown> }) {
  const t = useTranslations('security.sessions');
  const toast = useToast();
  const end = useChange(EndSessionDocument, {
    onDone: async () => {
      await onEnded();
      toast.show({ title: t('ended') });
    },
  });
  const browser = session.browser === UNKNOWN ? t('unknownBrowser') : session.browser;
  const device = t('on', { device: browser, system: session.system === UNKNOWN ? t('unknownSystem') : session.system });
  const facts = { address: session.address || t('noAddress'), lastUsed: ownTime(session.lastUsedAt), started: ownTime(session.startedAt) };
  return (
    <li className="grid gap-3 border-t border-line py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="flex items-center gap-2 text-14">
            {device} {session.isCurrent && <Badge tone="good">{t('here')}</Badge>}
          </p>
          <p className="text-13 text-ink-2 tabular-nums wrap-anywhere">{t('facts', facts)}</p>
          {session.ssoCompanyName && <p className="text-13 text-ink-2 wrap-anywhere">{t('bySso', { company: session.ssoCompanyName })}</p>}
        </div>
        {!session.isCurrent && (
          <Button size="sm" aria-label={t('endLabel', { device })} isLoading={end.isPending} onClick={() => end.mutate({ id: session.id })}>
            {t('end')}
          </Button>
        )}
      </div>
      {end.error && <FormFault error={end.error} />}
    </li>
  );
}
