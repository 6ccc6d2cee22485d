'use client';

import { useQueryClient } from '@tanstack/react-query';
import { TextAreaField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { DecideSignUpDocument, type SignUpDecisionKind, type SignUpFactsFragment } from '../../generated/documents';
import { OfficeForm } from '../office/office-form';

const LONGEST_NOTE = 500;

/** Decides about a sign-up, with a note that the company reads. */
export function DecideSignUpDialog({ review, decision, onClose }: { review: SignUpFactsFragment; decision: SignUpDecisionKind; onClose: () => void }) {
  const t = useTranslations('office.signUps');
  const cache = useQueryClient();
  const toast = useToast();
  const change = useChange(DecideSignUpDocument, {
    onDone: async () => {
      await Promise.all(['SignUpReviews', 'SignUpsWaiting', 'Company'].map((name) => cache.invalidateQueries({ queryKey: [name] })));
      toast.show({ title: t(`decided.${decision}`), tone: 'good' });
      onClose();
    },
  });
  const send = (form: HTMLFormElement): void => change.mutate({ input: { companyId: review.companyId, decision, note: String(new FormData(form).get('note') ?? '') } });
  return (
    <OfficeForm title={t(`dialog.${decision}`, { company: review.companyName })} body={t(`body.${decision}`)} submitLabel={t(`decide.${decision}`)} change={change} onClose={onClose} onSend={send}>
      <TextAreaField label={t('note')} hint={t('noteHint')} name="note" rows={3} maxLength={LONGEST_NOTE} required />
    </OfficeForm>
  );
}
