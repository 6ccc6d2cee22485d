import { Inject, Injectable } from '@nestjs/common';
import { invalid, isUuid, notFound } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import { deletePasskey, listPasskeys, renamePasskey, type PasskeyRow } from '../persistence/passkey.repository.js';
import { ConfirmPerson } from '../sign-in/confirm-person.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { PersonTrail } from './person-trail.js';

/** A passkey as its owner sees it. */
export type OwnPasskey = PasskeyRow;

const LONGEST_NAME = 60;

const unknown = () => notFound('PASSKEY.NOT_FOUND', 'There is no such passkey.');

/** What somebody calls a passkey. @throws AppError (invalid) PASSKEY.NAME */
export function readPasskeyName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > LONGEST_NAME) throw invalid('PASSKEY.NAME', `A passkey has a name of at most ${LONGEST_NAME} characters.`, { limit: LONGEST_NAME });
  return name;
}

/** A person's own passkeys: seeing them, and giving one another name. Repeating it changes nothing more. */
@Injectable()
export class OwnPasskeys {
  constructor(@Inject(AUTH_POOL) private readonly pool: pg.Pool) {}

  list({ userId }: Principal): Promise<PasskeyRow[]> {
    return listPasskeys(this.pool, userId);
  }

  /** @throws AppError (invalid) PASSKEY.NAME; (not-found) PASSKEY.NOT_FOUND, for another person's too */
  async rename({ userId }: Principal, id: string, name: string): Promise<PasskeyRow> {
    const wanted = readPasskeyName(name);
    const renamed = isUuid(id) ? await renamePasskey(this.pool, userId, id, wanted) : undefined;
    if (!renamed) throw unknown();
    return renamed;
  }
}

/** Makes a passkey worthless here, for its owner's password. Repeating it fails with PASSKEY.NOT_FOUND. */
@Injectable()
export class RemovePasskey {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly confirm: ConfirmPerson,
    private readonly trail: PersonTrail,
  ) {}

  /** @throws AppError as {@link ConfirmPerson}; (not-found) PASSKEY.NOT_FOUND, for another person's too */
  async execute(principal: Principal, id: string, password: string | null): Promise<void> {
    await this.confirm.execute(principal, password);
    const name = isUuid(id) ? await deletePasskey(this.pool, principal.userId, id) : undefined;
    if (name === undefined) throw unknown();
    await this.trail.note(principal, 'member.passkey-removed', { passkeyId: id, name });
  }
}
