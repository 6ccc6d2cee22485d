import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { renderLogo, type RenderedLogo } from '../logo/render-logo.js';
import { LogoRepository } from '../persistence/logo.repository.js';

/** Gives the company a logo in place of the one before, or takes it away. Repeating either changes nothing, and leaves no second entry in the trail. */
@Injectable()
export class ChangeLogo {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: TenantDb,
    private readonly logos: LogoRepository,
  ) {}

  /** @returns the digest by which it is fetched. @throws AppError (invalid) as {@link renderLogo} */
  async set(actor: TenantActor, file: Uint8Array): Promise<string> {
    const logo = await this.inTurn(() => renderLogo(file));
    return this.db.transaction(actor, async (tx) => {
      const before = await this.logos.findDigest(tx);
      if (before === logo.digest) return before;
      await this.logos.put(tx, logo);
      await tx.audit('tenant.logo-changed', { before: { logo: before }, after: { logo: logo.digest } });
      return logo.digest;
    });
  }

  /** @returns whether there was one */
  remove(actor: TenantActor): Promise<boolean> {
    return this.db.transaction(actor, async (tx) => {
      const before = await this.logos.delete(tx);
      if (before) await tx.audit('tenant.logo-changed', { before: { logo: before }, after: { logo: null } });
      return before !== null;
    });
  }

  /** One at a time: a decoded picture has up to 67 MB, and who uploads many at once waits. */
  private inTurn(render: () => Promise<RenderedLogo>): Promise<RenderedLogo> {
    const next = this.last.then(render, render);
    this.last = next.catch(() => undefined);
    return next;
  }
}
