'use client';

import { Button, ExactTime, formatRelative } from '@tenon/ui';
import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useChange } from '../../api/use-change';
import { useFaultToast } from '../../frame/use-fault-toast';
import { MarkNoticeReadDocument, type NoticesQuery } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { useNow } from '../apps/use-now';
import { useLocalized } from '../store/use-localized';

type Notice = NoticesQuery['notices']['nodes'][number];

interface NoticeRowProps {
  readonly notice: Notice;
  onRead(): void;
}

function NoticeTime({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <p className="text-13 text-ink-3">
      {formatRelative(Date.parse(at), useNow(), locale)} · <ExactTime at={at} locale={locale} timeZone={useViewer().tenant.timeZone} />
    </p>
  );
}

/** Its title leads to what it is about; whoever follows it has read it. */
function NoticeRow({ notice, onRead }: NoticeRowProps) {
  const t = useTranslations('notices');
  const text = useLocalized();
  const say = useFaultToast();
  const mark = useChange(MarkNoticeReadDocument, { onDone: onRead });
  const isUnread = notice.readAt === null;
  const read = (): void => {
    if (isUnread && !mark.isPending) mark.mutate({ id: notice.id }, { onError: say });
  };
  return (
    <li className="flex items-start gap-3 border-t border-line py-4">
      <span aria-hidden className={clsx('mt-1.5 size-2 flex-none rounded-full', isUnread && 'bg-accent')} />
      <div className="min-w-0 flex-1">
        <p className={clsx('text-14 wrap-anywhere', isUnread && 'font-semibold')}>
          {isUnread && <span className="sr-only">{t('isUnread')} </span>}
          {notice.path ? (
            <Link href={notice.path} onClick={read} className="text-ink">
              {text(notice.title)}
            </Link>
          ) : (
            text(notice.title)
          )}
        </p>
        <p className="mt-0.5 max-w-prose text-14 text-ink-2 wrap-anywhere">{text(notice.text)}</p>
        <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <NoticeTime at={notice.raisedAt} />
          {isUnread && (
            <Button size="sm" isLoading={mark.isPending} aria-label={t('markLabel', { title: text(notice.title) })} onClick={read}>
              {t('mark')}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

export function NoticeList({ notices, isBusy, onRead }: { notices: readonly Notice[]; isBusy: boolean; onRead: () => void }) {
  return (
    <ul aria-busy={isBusy}>
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} onRead={onRead} />
      ))}
    </ul>
  );
}
