'use client';

import { Button, ExactTime, formatRange, PlusIcon, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { DeleteNote } from './delete-note';
import { NoteDialog, type NoteDraft } from './note-dialog';
import type { Note } from './use-notes';

interface NotesSectionProps {
  readonly deviceId: string;
  readonly notes: readonly Note[] | undefined;
  /** What a new note is of, until something else is said. */
  readonly draft: NoteDraft;
  readonly timeZone: string;
}

/** When a note is of: an instant, or from one to another. */
function NoteTime({ note: { from, to }, timeZone }: { note: Note; timeZone: string }) {
  const locale = useLocale();
  if (to === null) return <ExactTime at={from} locale={locale} timeZone={timeZone} precision="minute" />;
  return <span className="tn-num">{formatRange({ fromMs: Date.parse(from), toMs: Date.parse(to) }, { timeZone })}</span>;
}

/** One note, with what its author may do with it, and whoever sees to all. */
function NoteRow({ note, deviceId, timeZone }: { note: Note; deviceId: string; timeZone: string }) {
  const t = useTranslations('machines.notes');
  const [act, setAct] = useState<'change' | 'delete' | null>(null);
  const isOwn = useViewer().id === note.authorId;
  const mayWrite = useMay('annotation:create');
  const maySeeToAll = useMay('annotation:manage');
  const close = (): void => setAct(null);
  const draft = { fromMs: Date.parse(note.from), toMs: note.to === null ? null : Date.parse(note.to) };
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line py-3">
      <div className="min-w-0">
        <p className="text-14 whitespace-pre-line wrap-anywhere">{note.text}</p>
        <p className="text-13 text-ink-2">
          <NoteTime note={note} timeZone={timeZone} /> <span className="text-ink-3">{t('by', { name: note.authorName, isEdited: note.editedAt ? 'yes' : 'no' })}</span>
        </p>
      </div>
      {mayWrite && (isOwn || maySeeToAll) && (
        <div className="flex gap-2">
          <Button size="sm" aria-label={t('changeLabel', { text: note.text })} onClick={() => setAct('change')}>
            {t('change')}
          </Button>
          <Button size="sm" aria-label={t('deleteLabel', { text: note.text })} onClick={() => setAct('delete')}>
            {t('delete')}
          </Button>
        </div>
      )}
      {act === 'change' && <NoteDialog deviceId={deviceId} note={note} draft={draft} timeZone={timeZone} onClose={close} />}
      {act === 'delete' && <DeleteNote note={note} onClose={close} />}
    </li>
  );
}

/** What people noted of the machine over the range, and noting something. */
export function NotesSection({ deviceId, notes, draft, timeZone }: NotesSectionProps) {
  const t = useTranslations('machines.notes');
  const [isAdding, setIsAdding] = useState(false);
  const mayWrite = useMay('annotation:create');
  const add = (
    <Button size="sm" icon={<PlusIcon size={16} />} onClick={() => setIsAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Section title={t('title')} description={notes && notes.length === 0 ? t(mayWrite ? 'none' : 'noneToRead') : undefined} actions={mayWrite ? add : undefined} headingLevel={2}>
      <ul>
        {(notes ?? []).map((note) => (
          <NoteRow key={note.id} note={note} deviceId={deviceId} timeZone={timeZone} />
        ))}
      </ul>
      {isAdding && <NoteDialog deviceId={deviceId} draft={draft} timeZone={timeZone} onClose={() => setIsAdding(false)} />}
    </Section>
  );
}
