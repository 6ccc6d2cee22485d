import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { readNote, type Note } from '@tenon/domain/devices';
import { can, type TenantActor } from '@tenon/domain/identity';
import { conflict, forbidden, invalid } from '@tenon/kernel';
import { AnnotationRepository, type AnnotationRow } from '../persistence/annotation.repository.js';
import { DeviceRepository } from '../persistence/device.repository.js';
import { authorOf } from './author-of.js';
import { tellDevice } from './tell-device.js';

/** Of one machine; a chart of more could not be read. */
const MOST_KEPT = 5_000;
/** In one answer. */
export const MOST_SHOWN = 500;

/** What of a note is to be another; what is left out stays. */
export interface NoteChanges {
  readonly id: string;
  readonly text?: string | undefined;
  readonly fromMs?: number | undefined;
  /** Null: an instant. */
  readonly toMs?: number | null | undefined;
}

const facts = ({ fromAt, toAt, text }: AnnotationRow): object => ({ from: fromAt.toISOString(), to: toAt?.toISOString() ?? null, text });

/** Notes that people write of a machine at a time or over a span. Whoever may see the machine reads them; whoever wrote one changes it, and those who see to everybody's. */
@Injectable()
export class Annotate {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly notes: AnnotationRepository,
  ) {}

  /** The newest 500 that lie in a range, at least in part. @throws AppError (invalid) ANNOTATION.SPAN */
  list(actor: TenantActor, deviceId: string, { from, to }: { readonly from: Date; readonly to: Date }): Promise<AnnotationRow[]> {
    if (!(from.getTime() < to.getTime())) throw invalid('ANNOTATION.SPAN', 'The time ends before it starts.');
    return this.db.read(actor, (tx) => this.notes.list(tx, deviceId, { from, to }, MOST_SHOWN));
  }

  /** Writes one. Each repetition writes another. @throws AppError as readNote; DEVICE.NOT_FOUND; (conflict) ANNOTATION.TOO_MANY above 5,000 of a machine */
  add(actor: TenantActor, deviceId: string, wanted: Note): Promise<AnnotationRow> {
    const author = authorOf(actor);
    return this.db.transaction(actor, async (tx) => {
      const { text, fromMs, toMs } = readNote(wanted, tx.now.getTime());
      await this.devices.getForUpdate(tx, deviceId);
      if ((await this.notes.count(tx, deviceId)) >= MOST_KEPT) throw conflict('ANNOTATION.TOO_MANY', `A machine has at most ${MOST_KEPT} notes.`, { limit: MOST_KEPT });
      const note = { id: tx.newId(), deviceId, fromAt: new Date(fromMs), toAt: toMs === null ? null : new Date(toMs), text, ...author, createdAt: tx.now, editedAt: null };
      await this.notes.insert(tx, note);
      await this.tell(tx, note, 'device.note-added', { after: facts(note) });
      return note;
    });
  }

  /** Changes one. Repeating it changes nothing more. @throws AppError as readNote; ANNOTATION.NOT_FOUND; (forbidden) ANNOTATION.NOT_YOURS */
  update(actor: TenantActor, { id, text, fromMs, toMs }: NoteChanges): Promise<AnnotationRow> {
    return this.db.transaction(actor, async (tx) => {
      const before = await this.own(tx, actor, id);
      const note = readNote({ text: text ?? before.text, fromMs: fromMs ?? before.fromAt.getTime(), toMs: toMs === undefined ? (before.toAt?.getTime() ?? null) : toMs }, tx.now.getTime());
      const after = { ...before, text: note.text, fromAt: new Date(note.fromMs), toAt: note.toMs === null ? null : new Date(note.toMs), editedAt: tx.now };
      await this.notes.save(tx, after);
      await this.tell(tx, after, 'device.note-changed', { before: facts(before), after: facts(after) });
      return after;
    });
  }

  /** Deletes one. Repeating it fails with ANNOTATION.NOT_FOUND. @throws AppError (forbidden) ANNOTATION.NOT_YOURS */
  delete(actor: TenantActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const before = await this.own(tx, actor, id);
      await this.notes.delete(tx, id);
      await this.tell(tx, before, 'device.note-deleted', { before: facts(before) });
      return id;
    });
  }

  private async own(tx: TenantTx, actor: TenantActor, id: string): Promise<AnnotationRow> {
    const note = await this.notes.getForUpdate(tx, id);
    if (note.authorId === authorOf(actor).authorId || can(actor, 'annotation:manage')) return note;
    throw forbidden('ANNOTATION.NOT_YOURS', 'Only whoever wrote a note may change it, or who sees to all of them.');
  }

  private async tell(tx: TenantTx, { deviceId, id }: AnnotationRow, action: 'device.note-added' | 'device.note-changed' | 'device.note-deleted', details: object): Promise<void> {
    await tx.audit(action, { deviceId, noteId: id, ...details });
    await tellDevice(tx, 'changed', deviceId);
  }
}
