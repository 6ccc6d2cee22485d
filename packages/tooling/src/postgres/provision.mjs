// @ts-check

/**
 * A login role with a database of its own, as a hosted PostgreSQL gives them: it may create roles and owns its database,
 * but is no superuser; what only a superuser can make there is made here. Repeating it changes nothing.
 * @param {{ superuserUrl: (database: string) => string, database: string, role: string, password: string, extensions: readonly string[] }} wanted
 */
export async function provisionDatabase({ superuserUrl, database, role, password, extensions }) {
  await withClient(superuserUrl('postgres'), async (client) => {
    const owner = client.escapeIdentifier(role);
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    if (roles.rowCount === 0) await client.query(`CREATE ROLE ${owner} LOGIN CREATEROLE`);
    await client.query(`ALTER ROLE ${owner} PASSWORD ${client.escapeLiteral(password)}`);
    const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${owner}`);
  });
  await withClient(superuserUrl(database), async (client) => {
    for (const extension of extensions) await client.query(`CREATE EXTENSION IF NOT EXISTS ${client.escapeIdentifier(extension)}`);
  });
}

/**
 * @param {string} connectionString
 * @param {(client: import('pg').Client) => Promise<void>} work
 */
async function withClient(connectionString, work) {
  // Loaded late: `npm start` reads this file before npm packages are installed.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
