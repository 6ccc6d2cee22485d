import type { TenantActor } from '@tenon/domain/identity';

interface Batch<Found> {
  readonly keys: Set<string>;
  readonly found: Promise<ReadonlyMap<string, Found>>;
}

/**
 * Gathers what one actor asks of many things at one time into one read, so that a page of things with something of each
 * costs two queries, not one a thing. What different actors ask never goes together.
 * Each key is read after it was asked for: nothing is kept.
 */
export class Together<Found, Actor extends object = TenantActor> {
  private readonly open = new WeakMap<Actor, Batch<Found>>();

  /** @param readAll reads for all keys at once; a key without an entry has nothing */
  constructor(private readonly readAll: (actor: Actor, keys: readonly string[]) => Promise<ReadonlyMap<string, Found>>) {}

  async of(actor: Actor, key: string): Promise<Found | undefined> {
    const batch = this.open.get(actor) ?? this.begin(actor);
    batch.keys.add(key);
    return (await batch.found).get(key);
  }

  private begin(actor: Actor): Batch<Found> {
    const keys = new Set<string>();
    // All fields of a list are resolved before the loop turns.
    const turned = new Promise<void>((resolve) => setImmediate(resolve));
    const found = turned.then(() => {
      this.open.delete(actor);
      return this.readAll(actor, [...keys]);
    });
    const batch = { keys, found };
    this.open.set(actor, batch);
    return batch;
  }
}
