import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { invalid } from '@tenon/kernel';
import { pageRequest, searchText, toPage, type Page } from '@tenon/nest';
import { StatementRepository, type Statement } from '../persistence/statement.repository.js';
import { totalOf, type CompletenessFigures, type CompletenessLine } from './completeness-lines.js';
import { monthAt, monthNamed, type LedgerMonth } from './ledger-month.js';

/** A month, what there is of it, and which others there are. */
export interface CompletenessOfMonth extends LedgerMonth {
  readonly timeZone: string;
  readonly months: readonly string[];
  readonly statement: Statement | null;
  readonly totals: CompletenessFigures | null;
}

/** A page of a statement's machines. */
export interface LineListing {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly search?: string | null | undefined;
}

/** A statement with all it says. */
export interface WholeStatement extends CompletenessOfMonth {
  readonly company: string;
  readonly lines: readonly CompletenessLine[];
}

/** Reads monthly statements of completeness, as they were made. Errors: COMPLETENESS.MONTH, PAGE.SIZE, PAGE.CURSOR. */
@Injectable()
export class ReadCompleteness {
  constructor(
    private readonly db: TenantDb,
    private readonly statements: StatementRepository,
  ) {}

  /** @param month `YYYY-MM`; by default the one that runs */
  execute(actor: TenantActor, month: string | null | undefined): Promise<CompletenessOfMonth> {
    demand(actor, 'telemetry:read');
    return this.db.read(actor, (tx) => this.whole(tx, month));
  }

  /** The same with every machine, as it is handed out on paper. */
  forPaper(actor: TenantActor, month: string | null | undefined): Promise<WholeStatement> {
    demand(actor, 'telemetry:read');
    return this.db.read(actor, (tx) => this.whole(tx, month));
  }

  private async whole(tx: TenantTx, month: string | null | undefined): Promise<WholeStatement> {
    const { timeZone, name: company } = await this.statements.company(tx);
    const asked = month ? monthNamed(timeZone, month) : monthAt(timeZone, tx.now.getTime());
    const statement = (await this.statements.latest(tx, asked.month)) ?? null;
    const lines = statement ? await this.statements.lines(tx, statement.id) : [];
    return { ...asked, timeZone, company, months: await this.statements.months(tx), statement, lines, totals: statement ? totalOf(lines) : null };
  }

  /** Machines of a statement, the worst first; none where there is no statement. */
  machines(actor: TenantActor, statementId: string | null, { search, ...paging }: LineListing): Promise<Page<CompletenessLine>> {
    const { limit, after } = pageRequest(paging, ['text', 'text', 'uuid']);
    if (after && !/^\d(\.\d{1,18})?$/.test(after[0] ?? '')) throw invalid('PAGE.CURSOR', 'This is not a cursor of this list.');
    return this.db.read(actor, async (tx) => {
      const rows = statementId === null ? [] : await this.statements.page(tx, statementId, { search: searchText(search), limit, after });
      return toPage(rows, limit, (row) => [String(row.completeness ?? 2), row.name, row.deviceId]);
    });
  }
}
