'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { useToast } from '../../frame/toasts';
import { PublishAnnouncementDocument, WithdrawAnnouncementDocument } from '../../generated/documents';

/** Publishes an announcement, or withdraws it, once that was confirmed. */
export function AnnouncementDecision({ id, decision, onClose }: { id: string; decision: 'publish' | 'withdraw'; onClose: () => void }) {
  const t = useTranslations('office.announcements');
  const cache = useQueryClient();
  const toast = useToast();
  const done = async (title: string): Promise<void> => {
    await cache.invalidateQueries({ queryKey: ['Announcements'] });
    toast.show({ title, tone: 'good' });
    onClose();
  };
  const publish = useChange(PublishAnnouncementDocument, { onDone: () => done(t('published')) });
  const withdraw = useChange(WithdrawAnnouncementDocument, { onDone: () => done(t('withdrawn')) });
  const change = decision === 'publish' ? publish : withdraw;
  return <ConfirmChange change={change} onClose={onClose} title={t(`${decision}Title`)} description={t(`${decision}Body`)} tone={decision === 'publish' ? 'primary' : 'danger'} confirmLabel={t(decision)} onConfirm={() => change.mutate({ id })} />;
}
