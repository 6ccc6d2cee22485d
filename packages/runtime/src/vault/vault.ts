import { bug, unavailable } from '@tenon/kernel';
import { randomBytes } from 'node:crypto';
import { closeBox, KEY_BYTES, openBox } from './box.js';
import type { MasterKeys } from './master-keys.js';

/** Where a secret stands: it opens nowhere else, in no other row and no other column. */
export interface SecretPlace {
  /** `schema.table.column`; the column's name ends with `_sealed`. */
  readonly column: string;
  /** The row's key. */
  readonly id: string;
}

const FORM = 's1';
const labelOf = ({ column, id }: SecretPlace): string => `${FORM}/${column}/${id}`;
const text = (box: Buffer): string => box.toString('base64url');

/**
 * Seals secrets at rest by envelope: each has a data key of its own, which stands beside it wrapped by a master key. A sealed
 * text is `s1.<id of the master key>.<wrapped data key>.<box>`.
 */
export class Vault {
  constructor(private readonly masters: MasterKeys) {}

  /** What to keep in `place` instead of the secret. */
  seal(place: SecretPlace, secret: string): string {
    const [master] = this.masters;
    const dataKey = randomBytes(KEY_BYTES);
    const label = labelOf(place);
    return [FORM, master.id, text(closeBox(master.key, dataKey, label)), text(closeBox(dataKey, Buffer.from(secret), label))].join('.');
  }

  /** The secret that was sealed in `place`. @throws AppError (bug) VAULT.BROKEN; (unavailable) VAULT.MASTER_KEY_UNKNOWN */
  open(place: SecretPlace, sealed: string): string {
    const [form, masterId, wrapped = '', box = ''] = sealed.split('.');
    if (form !== FORM) throw bug('VAULT.BROKEN', 'This is not a sealed secret.', { label: labelOf(place) });
    const master = this.masters.find(({ id }) => id === masterId);
    if (!master) throw unavailable('VAULT.MASTER_KEY_UNKNOWN', 'The master key that this secret is under is not here.', { masterKey: masterId ?? '' });
    const label = labelOf(place);
    return openBox(openBox(master.key, Buffer.from(wrapped, 'base64url'), label), Buffer.from(box, 'base64url'), label).toString();
  }
}
