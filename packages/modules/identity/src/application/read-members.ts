import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { pageRequest, searchText, toPage, type Page } from '@tenon/nest';
import { MemberRepository, type MemberRow } from '../persistence/member.repository.js';

interface ListArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly search?: string | null | undefined;
}

/** The people of the company. */
@Injectable()
export class ReadMembers {
  constructor(
    private readonly db: TenantDb,
    private readonly members: MemberRepository,
  ) {}

  page(actor: TenantActor, args: ListArguments): Promise<Page<MemberRow> & { totalCount: number }> {
    const request = pageRequest(args, ['instant', 'uuid']);
    return this.db.read(actor, async (tx) => {
      const { rows, totalCount } = await this.members.list(tx, request, searchText(args.search));
      return { ...toPage(rows, request.limit, (row) => [row.joinedAt.toISOString(), row.userId]), totalCount };
    });
  }

  /** @throws AppError (not-found) MEMBER.NOT_FOUND */
  one(actor: TenantActor, id: string): Promise<MemberRow> {
    return this.db.read(actor, (tx) => this.members.get(tx, id));
  }
}
