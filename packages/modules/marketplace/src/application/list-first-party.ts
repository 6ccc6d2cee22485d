import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { FIRST_PARTY } from '../catalogue/first-party.js';
import { AppRepository } from '../persistence/app.repository.js';

/** Puts the platform's own apps in the store. Run at every start; repeating it changes nothing. */
@Injectable()
export class ListFirstParty {
  constructor(
    private readonly db: SystemDb,
    private readonly apps: AppRepository,
  ) {}

  async execute(): Promise<void> {
    await this.db.run('store: list the platform’s own apps', async (tx) => {
      await this.apps.lockCatalogue(tx);
      for (const manifest of FIRST_PARTY) await this.apps.putFirstParty(tx, manifest, 'Tenon 榫卯');
    });
  }
}
