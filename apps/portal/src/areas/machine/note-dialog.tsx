'use client';

import { fromLocalInput, TextAreaField, TextField, toLocalInput } from '@tenon/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { request } from '../../api/request';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { AddNoteDocument, UpdateNoteDocument } from '../../generated/documents';
import type { Note } from './use-notes';

/** When a note is of, before anything else is said. */
export interface NoteDraft {
  readonly fromMs: number;
  readonly toMs: number | null;
}

interface NoteDialogProps {
  readonly deviceId: string;
  /** Left out: a new one. */
  readonly note?: Note;
  readonly draft: NoteDraft;
  readonly timeZone: string;
  onClose(): void;
}

interface Written {
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
}

function written(form: HTMLFormElement, timeZone: string): Written {
  const values = new FormData(form);
  const instant = (name: string): string | null => {
    const ms = fromLocalInput(String(values.get(name) ?? ''), timeZone);
    return ms === undefined ? null : new Date(ms).toISOString();
  };
  return { text: String(values.get('text') ?? '').trim(), from: instant('from'), to: instant('to') };
}

/** Notes something of the machine, or changes what was noted. */
export function NoteDialog({ deviceId, note, draft, timeZone, onClose }: NoteDialogProps) {
  const t = useTranslations('machines.notes');
  const cache = useQueryClient();
  const faultLine = useFaultLine();
  const [isMissing, setIsMissing] = useState<'text' | 'from' | null>(null);
  const save = useMutation<unknown, Error, Written & { from: string }>({
    mutationFn: (input) => (note ? request(UpdateNoteDocument, { input: { ...input, id: note.id } }) : request(AddNoteDocument, { input: { ...input, deviceId } })),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['MachineNotes'] });
      onClose();
    },
  });
  const send = (form: HTMLFormElement): void => {
    const { from, ...rest } = written(form, timeZone);
    setIsMissing(rest.text === '' ? 'text' : from === null ? 'from' : null);
    if (rest.text !== '' && from !== null) save.mutate({ ...rest, from });
  };
  return (
    <FormDialog title={t(note ? 'changeTitle' : 'addTitle')} body={t('body')} isPending={save.isPending} onSend={send} onClose={onClose}>
      <TextAreaField label={t('text')} name="text" rows={3} maxLength={500} required defaultValue={note?.text} error={isMissing === 'text' ? t('textMissing') : faultLine(save.error)} />
      <TextField label={t('from', { timeZone })} type="datetime-local" name="from" required defaultValue={toLocalInput(draft.fromMs, timeZone)} error={isMissing === 'from' ? t('fromMissing') : undefined} />
      <TextField label={t('to')} hint={t('toHint')} type="datetime-local" name="to" defaultValue={draft.toMs === null ? '' : toLocalInput(draft.toMs, timeZone)} />
    </FormDialog>
  );
}
