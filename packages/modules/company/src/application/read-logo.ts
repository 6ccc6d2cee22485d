import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { notFound } from '@tenon/kernel';
import { LogoRepository } from '../persistence/logo.repository.js';

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

  /** @throws AppError (not-found) LOGO.NOT_FOUND, for another company's and for one of before too */
  async image(actor: TenantActor, digest: string): Promise<Buffer> {
    const image = await this.db.read(actor, (tx) => this.logos.findImage(tx, digest));
    if (!image) throw notFound('LOGO.NOT_FOUND', 'There is no such logo.');
    return image;
  }
}
