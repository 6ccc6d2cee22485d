import { Injectable } from '@nestjs/common';
import { SystemDb, type SystemTx } from '@tenon/db';
import type { CardNews } from '@tenon/domain/billing';
import { CardGateway } from '../cards/card-gateway.js';
import { insertCardEvent, listEarly, putOutcome } from '../persistence/card-event.repository.js';
import { applyCardNews } from './apply-card-news.js';

/**
 * Takes a message of the payment service: each once by its own id, in the transaction that does what it says. Whatever it is, it is kept;
 * what cannot be placed is for a person. What came before the payment it is about is done when that payment is known.
 */
@Injectable()
export class TakeCardEvent {
  constructor(
    private readonly db: SystemDb,
    private readonly cards: CardGateway,
  ) {}

  /** @throws AppError (invalid) CARD.SIGNATURE; (conflict) CARD.OFF */
  async execute(body: Buffer, signature: string): Promise<void> {
    const event = this.cards.read(body, signature);
    await this.db.run('billing: a message of the payment service', async (tx) => {
      if (!(await insertCardEvent(tx, event)) || !event.news) return;
      await putOutcome(tx, event.id, await applyCardNews(tx, event.news));
      await doEarly(tx, event.news);
    });
  }
}

async function doEarly(tx: SystemTx, news: CardNews): Promise<void> {
  if (news.kind !== 'paid' || news.intent === null) return;
  for (const early of await listEarly(tx, news.intent)) await putOutcome(tx, early.id, await applyCardNews(tx, early.news));
}
