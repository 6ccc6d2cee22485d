import type { CursorPart } from '@tenon/nest';
import type { DeviceRow } from './device-row.js';

interface Order {
  /** What it goes by, in SQL of `device d` and `device_presence p`; never null, so that a page knows where the next begins. */
  readonly by: string;
  readonly type: 'text' | 'timestamptz';
  readonly isDescending: boolean;
  /** What stands in a cursor. */
  readonly cursor: readonly CursorPart[];
  readonly keyOf: (device: DeviceRow) => string;
}

/** Of a machine that never sent anything: before all that did. */
const NEVER = new Date(0);
const SEEN = { by: `coalesce(p.last_seen_at, 'epoch')`, type: 'timestamptz', cursor: ['instant', 'uuid'], keyOf: ({ presence }: DeviceRow) => (presence?.lastSeenAt ?? NEVER).toISOString() } as const;
const NAME = { by: 'd.name', type: 'text', cursor: ['text', 'uuid'], keyOf: ({ name }: DeviceRow) => name } as const;
const CREATED = { by: 'd.created_at', type: 'timestamptz', cursor: ['instant', 'uuid'], keyOf: ({ createdAt }: DeviceRow) => createdAt.toISOString() } as const;

/** The orders a list of machines can be asked in. */
export const ORDERS = {
  name: { ...NAME, isDescending: false },
  'name-down': { ...NAME, isDescending: true },
  seen: { ...SEEN, isDescending: false },
  'seen-down': { ...SEEN, isDescending: true },
  created: { ...CREATED, isDescending: false },
  'created-down': { ...CREATED, isDescending: true },
} as const satisfies Readonly<Record<string, Order>>;

export type DeviceOrder = keyof typeof ORDERS;
