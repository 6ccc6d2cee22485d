import pg from 'pg';

/**
 * Binds to a company, until the end of the transaction, what is asked behind it; and lets it write nothing. It gives no
 * row, so that the answer is only the statement's; and looks at both settings at once, so that neither is left out.
 */
const BIND = {
  name: 'bind-company',
  text: `SELECT FROM set_config('tenon.tenant_id', $1, true) AS company, set_config('transaction_read_only', 'on', true) AS access WHERE company || access = ''`,
};

/** Makes a new connection ready for {@link askBound}. */
export async function prepareBinding(client: pg.ClientBase): Promise<void> {
  await client.query({ ...BIND, values: [''] });
}

type Answered = (error: Error | null, result: pg.QueryResult | pg.QueryResult[]) => void;

/** pg's query, with the step that its types leave out: what it sends once it was found to be in order. */
const SendingQuery = pg.Query as unknown as new (statement: pg.QueryConfig & { queryMode: 'extended' }, answered: Answered) => pg.Query & { prepare(connection: pg.Connection): void };

/** The binding and a statement, sent as one: PostgreSQL takes what stands before one Sync as one transaction, of which nothing more is done once a part fails. */
class BoundQuery extends SendingQuery {
  constructor(
    private readonly tenantId: string,
    statement: pg.QueryConfig,
    answered: Answered,
  ) {
    super({ ...statement, queryMode: 'extended' }, answered);
  }

  override prepare(connection: pg.Connection): void {
    connection.bind({ statement: BIND.name, values: [this.tenantId] }, true);
    connection.execute({}, true);
    super.prepare(connection);
  }
}

/** Asks one statement in a transaction of its own that is bound to a company and writes nothing, in one round trip. */
export function askBound(client: pg.PoolClient, tenantId: string, statement: pg.QueryConfig): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const answered: Answered = (error, result) => {
      if (error) return reject(error);
      // The binding's own result comes before the statement's.
      const last = Array.isArray(result) ? result.at(-1) : result;
      if (last) resolve(last);
    };
    client.query(new BoundQuery(tenantId, statement, answered));
  });
}
