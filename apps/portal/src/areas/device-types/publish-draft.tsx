'use client';

import { Callout, TextAreaField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../frame/form-dialog';
import { useToast } from '../../frame/toasts';
import { PublishDeviceTypeDocument, type WholeTypeFragment } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { useChangeWords } from './use-change-words';
import { useTypeChanged } from './use-type-changed';

/** A dialog is no place for more. */
const MOST_NAMED = 8;

function Breaking({ type }: { type: WholeTypeFragment }) {
  const t = useTranslations('deviceTypes.draft');
  const words = useChangeWords();
  const breaking = (type.draft?.changes ?? []).filter(({ isBreaking }) => isBreaking);
  if (breaking.length === 0) return null;
  return (
    <Callout tone="caution" title={t('breaks', { count: breaking.length })}>
      <ul>
        {breaking.slice(0, MOST_NAMED).map(({ part, key, what }) => (
          <li key={`${part} ${key} ${what}`}>
            <span className="font-mono break-all">{key}</span> {words.what(what)}
          </li>
        ))}
        {breaking.length > MOST_NAMED && <li>…</li>}
      </ul>
    </Callout>
  );
}

/** Puts the draft in force after naming what that may break. */
export function PublishDraft({ type, onClose }: { type: WholeTypeFragment; onClose: () => void }) {
  const t = useTranslations('deviceTypes.draft');
  const changed = useTypeChanged();
  const toast = useToast();
  const version = type.draft?.version ?? 1;
  const change = useChange(PublishDeviceTypeDocument, {
    onDone: ({ publishDeviceType }) => {
      onClose();
      changed(publishDeviceType);
      toast.show({ title: t('published', { version }), tone: 'good' });
    },
  });
  const send = (form: HTMLFormElement): void => change.mutate({ input: { id: type.id, revision: type.draft?.revision ?? 0, note: String(new FormData(form).get('note') ?? '') } });
  return (
    <FormDialog title={t('publishTitle', { version })} body={t('publishBody', { machines: type.machineCount })} submitLabel={t('publish')} isPending={change.isPending} onSend={send} onClose={onClose}>
      <FormFault error={change.error} />
      <Breaking type={type} />
      <TextAreaField label={t('note')} name="note" rows={2} maxLength={500} />
    </FormDialog>
  );
}
