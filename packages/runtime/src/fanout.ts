/** Values pushed to whoever follows a key. A follower that does not keep up sees only the newest value: what is told here is always the whole current state. */
export class Fanout<Value> {
  private readonly followers = new Map<string, Set<Follower<Value>>>();

  /** Gives `value` to every follower of `key`. */
  push(key: string, value: Value): void {
    for (const follower of this.followers.get(key) ?? []) follower.put(value);
  }

  /** Whether anybody follows the key. */
  has(key: string): boolean {
    return this.followers.has(key);
  }

  /** Every key that is followed. */
  keys(): string[] {
    return [...this.followers.keys()];
  }

  /** Follows a key until the iterator is returned. */
  follow(key: string): AsyncIterableIterator<Value> {
    const follower = new Follower<Value>(() => this.leave(key, follower));
    const followers = this.followers.get(key) ?? new Set();
    followers.add(follower);
    this.followers.set(key, followers);
    return follower;
  }

  private leave(key: string, follower: Follower<Value>): void {
    const followers = this.followers.get(key);
    followers?.delete(follower);
    if (followers?.size === 0) this.followers.delete(key);
  }
}

class Follower<Value> implements AsyncIterableIterator<Value> {
  private held: { value: Value } | undefined;
  private waiting: ((result: IteratorResult<Value>) => void) | undefined;
  private isDone = false;

  constructor(private readonly onDone: () => void) {}

  put(value: Value): void {
    const { waiting } = this;
    if (!waiting) return void (this.held = { value });
    this.waiting = undefined;
    waiting({ value, done: false });
  }

  next(): Promise<IteratorResult<Value>> {
    if (this.isDone) return Promise.resolve({ value: undefined, done: true });
    const { held } = this;
    this.held = undefined;
    if (held) return Promise.resolve({ value: held.value, done: false });
    return new Promise((resolve) => (this.waiting = resolve));
  }

  return(): Promise<IteratorResult<Value>> {
    this.isDone = true;
    this.onDone();
    this.waiting?.({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Value> {
    return this;
  }
}
