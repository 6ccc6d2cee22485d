import type { TestApi, TestPerson } from './test-api.js';

/** A person with the id by which their company knows them. */
export interface Colleague extends TestPerson {
  readonly id: string;
}

/** Who a person is, and in which company their session is. */
export async function whoIs(person: TestPerson): Promise<{ id: string; tenant: { id: string } | null; permissions: readonly string[] }> {
  const { viewer } = await person.get<{ viewer: { id: string; tenant: { id: string } | null; permissions: readonly string[] } }>('{ viewer { id tenant { id } permissions } }');
  return viewer;
}

/** Somebody new, put into a company with a role (one of the platform's, or the id of the company's own), and with their session in it. */
export async function colleague(api: TestApi, tenantId: string, role: string): Promise<Colleague> {
  const person = await api.newcomer(`Elsewhere ${role}`);
  const { id } = await whoIs(person);
  const isOwn = role.includes('-');
  await api.database.sql('INSERT INTO tenant_member (tenant_id, user_id, role, custom_role_id, name, email) VALUES ($1, $2, $3, $4, $5, $5)', [tenantId, id, isOwn ? 'custom' : role, isOwn ? role : null, person.email]);
  await api.database.sql('UPDATE auth.session SET "activeOrganizationId" = $2 WHERE "userId" = $1', [id, tenantId]);
  return { ...person, id };
}
