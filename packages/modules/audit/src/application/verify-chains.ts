import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { ChainCheck, type ChainFault } from '@tenon/domain/audit';
import { ChainRepository, type ChainRow } from '../persistence/chain.repository.js';

const COMPANIES = 100;
const ENTRIES = 2_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What was found of one company's chain. */
export interface ChainFinding extends ChainRow {
  readonly entries: number;
  readonly faults: readonly ChainFault[];
}

/**
 * Reckons every company's audit trail anew, hash by hash, and says of each whether it is whole: nothing changed, put in or
 * taken away since it was written, but what was dropped as past its time. It reads only; repeating it finds the same, while
 * the platform runs too.
 */
@Injectable()
export class VerifyChains {
  constructor(
    private readonly db: SystemDb,
    private readonly chains: ChainRepository,
  ) {}

  /** @param only the company to look at; all of them without it */
  async *execute(only?: string): AsyncGenerator<ChainFinding> {
    if (only !== undefined) return yield* this.verify(only);
    for (let after = FIRST_ID, more = true; more; ) {
      const ids = await this.db.run('audit: list chains', (tx) => this.chains.list(tx, after, COMPANIES));
      for (const id of ids) yield* this.verify(id);
      after = ids.at(-1) ?? after;
      more = ids.length === COMPANIES;
    }
  }

  private async *verify(tenantId: string): AsyncGenerator<ChainFinding> {
    const finding = await this.db.run('audit: verify a chain', async (tx) => {
      await this.chains.holdStill(tx);
      const chain = await this.chains.find(tx, tenantId);
      if (!chain) return null;
      const check = new ChainCheck({ seq: chain.droppedSeq, hash: chain.droppedHash }, sha256);
      let entries = 0;
      for (let more = true; more; ) {
        const piece = await this.chains.entries(tx, tenantId, { after: check.end.seq, through: chain.seq }, ENTRIES);
        for (const entry of piece) check.add(entry);
        entries += piece.length;
        more = piece.length === ENTRIES;
      }
      return { ...chain, entries, faults: check.faults(chain) };
    });
    if (finding) yield finding;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
