import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { notFound, tenantId, userId as toUserId } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import { LogoRepository } from '../persistence/logo.repository.js';

const NOTHING: ReadonlySet<string> = new Set();

/** The company's logo, for its own people. */
@Injectable()
export class ReadLogo {
  constructor(
    private readonly db: TenantDb,
    private readonly logos: LogoRepository,
  ) {}

  /** By which it is fetched; null where there is none. */
  digest(actor: TenantActor): Promise<string | null> {
    return this.db.read(actor, (tx) => this.logos.findDigest(tx));
  }

  /**
   * Of another company that the person belongs to, wherever their session is. One that opens only by its single sign-on shows it to a session that came by that.
   * @throws AppError (not-found) LOGO.NOT_FOUND, for a company that is not theirs too
   */
  async imageOf({ userId, email, name, session }: Principal, company: string, digest: string): Promise<Buffer> {
    const actor: TenantActor = { kind: 'user', userId: toUserId(userId), email, name, tenantId: tenantId(company), permissions: NOTHING };
    const image = await this.db.read(actor, async (tx) => ((await this.logos.isShown(tx, userId, session.ssoCompanyId)) ? this.logos.findImage(tx, digest) : undefined));
    if (!image) throw notFound('LOGO.NOT_FOUND', 'There is no such logo.');
    return image;
  }

  /** @throws AppError (not-found) LOGO.NOT_FOUND, for another company's and for one of before too */
  async image(actor: TenantActor, digest: string): Promise<Buffer> {
    const image = await this.db.read(actor, (tx) => this.logos.findImage(tx, digest));
    if (!image) throw notFound('LOGO.NOT_FOUND', 'There is no such logo.');
    return image;
  }
}
