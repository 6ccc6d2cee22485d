import type { AsyncLocalStorage } from 'node:async_hooks';

/** Storages that are on only while somebody is within. */
export class QuietCalls {
  private running = 0;

  /** @param storages which the calls turn on; known once the first call has ended */
  constructor(private readonly storages: () => Promise<readonly AsyncLocalStorage<unknown>[]>) {}

  /** The same functions; when the last of their calls has ended, the storages are turned off. */
  wrap<Functions extends object>(functions: Functions): Functions {
    return new Proxy(functions, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? new Proxy(member, { apply: (call, self, args: unknown[]) => this.during(() => Reflect.apply(call, self, args) as unknown) }) : member;
      },
    });
  }

  private async during<T>(call: () => T): Promise<Awaited<T>> {
    this.running += 1;
    try {
      return await call();
    } finally {
      const storages = await this.storages();
      this.running -= 1;
      if (this.running === 0) for (const storage of storages) storage.disable();
    }
  }
}
