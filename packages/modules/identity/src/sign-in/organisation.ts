import { tenantId, type TenantId } from '@tenon/kernel';
import type { Auth } from './auth.js';

/** What a company's organisation in the sign-in schema is made of. */
export interface NewOrganisation {
  /** Unique; the same one finds what an earlier try left. */
  readonly slug: string;
  readonly name: string;
  readonly founderId: string;
}

/** The id of the organisation with this slug, which is made if there is none. It is the company's id too. */
export async function organisationId(auth: Auth, { slug, name, founderId }: NewOrganisation): Promise<TenantId> {
  const { adapter } = await auth.$context;
  const found = await adapter.findOne<{ id: string }>({ model: 'organization', where: [{ field: 'slug', value: slug }] });
  if (found) return tenantId(found.id);
  const created = await auth.api.createOrganization({ body: { name, slug, userId: founderId } });
  return tenantId(created.id);
}
