import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { InvitationRepository, type InvitationRow } from '../persistence/invitation.repository.js';

/** Invitations that nobody has answered or taken back, newest first. */
@Injectable()
export class ReadInvitations {
  constructor(
    private readonly db: TenantDb,
    private readonly invitations: InvitationRepository,
  ) {}

  page(actor: TenantActor, args: { first?: number | null | undefined; after?: string | null | undefined }): Promise<Page<InvitationRow> & { totalCount: number }> {
    const request = pageRequest(args, ['instant', 'uuid']);
    return this.db.read(actor, async (tx) => {
      const { rows, totalCount } = await this.invitations.listUnanswered(tx, request);
      return { ...toPage(rows, request.limit, (row) => [row.createdAt.toISOString(), row.id]), totalCount };
    });
  }
}
