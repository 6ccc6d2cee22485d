import { Injectable } from '@nestjs/common';
import { SystemDb, type SystemTx } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { PersonViews, ViewShelf, type ViewChanges, type ViewRow, type WantedView } from '@tenon/identity';

/** How a person of the office looks at the list of companies, kept under names. It is in no company's trail: nothing of a company is in it. */
@Injectable()
export class OfficeViews {
  private readonly shelf = new ViewShelf<SystemTx>('staff_view', ['user_id']);

  constructor(private readonly db: SystemDb) {}

  list(staff: StaffActor): Promise<ViewRow[]> {
    return this.run(staff, (views) => views.list('companies'));
  }

  /** Keeps one. Repeating it fails with VIEW.NAME_TAKEN. @throws AppError as PersonViews.add */
  save(staff: StaffActor, wanted: Omit<WantedView, 'list'>): Promise<ViewRow> {
    return this.run(staff, (views) => views.add({ ...wanted, list: 'companies' }));
  }

  /** Changes one. Repeating it changes nothing more. @throws AppError as PersonViews.change */
  update(staff: StaffActor, changes: ViewChanges): Promise<ViewRow> {
    return this.run(staff, async (views) => (await views.change(changes)).after);
  }

  /** Forgets one. Repeating it fails with VIEW.NOT_FOUND. */
  delete(staff: StaffActor, id: string): Promise<string> {
    return this.run(staff, async (views) => (await views.remove(id)).id);
  }

  private run<Result>(staff: StaffActor, work: (views: PersonViews<SystemTx>) => Promise<Result>): Promise<Result> {
    return this.db.runAs(staff, 'office: own views of lists', (tx) => work(new PersonViews(this.shelf, tx, [staff.userId])));
  }
}
