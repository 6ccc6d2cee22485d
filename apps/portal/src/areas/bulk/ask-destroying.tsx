'use client';

import { useTranslations } from 'next-intl';
import { ConfirmChange } from '../../frame/confirm-change';
import type { AskProps } from './ask-props';

/** Takes machines out of use, after saying what that means. */
export function AskRetire({ meant: { count }, change, send, onClose }: AskProps) {
  const t = useTranslations('plant');
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('bulk.ask.RETIRE', { count })}
      losses={{ heading: t('machine.retireLoses'), items: [t('bulk.retireIn'), t('bulk.retireList')] }}
      recovery={t('bulk.retireKept')}
      confirmLabel={t('bulk.retireNow', { count })}
      onConfirm={() => send({})}
    />
  );
}

/** Deletes machines with all that is theirs, after their number was typed. */
export function AskDelete({ meant: { count }, change, send, onClose }: AskProps) {
  const t = useTranslations('plant.bulk');
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('ask.DELETE', { count })}
      losses={{ heading: t('deleteLoses'), items: [t('deleteReadings'), t('deleteTokens'), t('deleteNotes')] }}
      recovery={t('deleteNoWayBack')}
      typeToConfirm={{ phrase: String(count), label: t('typeCount', { count }) }}
      confirmLabel={t('deleteNow', { count })}
      onConfirm={() => send({})}
    />
  );
}
