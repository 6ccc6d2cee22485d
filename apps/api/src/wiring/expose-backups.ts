import type { ReadBackups } from '@tenon/office/api';
import { Gauge, type Registry } from '@tenon/runtime';

/** Lets whoever watches the platform's figures see how old the newest good backup is. */
export function exposeBackups(registry: Registry, read: ReadBackups): void {
  const newest = new Gauge({
    name: 'tenon_backup_newest_good_timestamp_seconds',
    help: 'When the newest backup was taken that was restored and read through, in seconds since 1970; 0 where there is none',
    registers: [registry],
  });
  void new Gauge({
    name: 'tenon_backup_is_late',
    help: '1 where there should be a newer good backup by now',
    registers: [registry],
    async collect() {
      const { newestGoodAt, isLate } = await read.execute();
      newest.set((newestGoodAt?.getTime() ?? 0) / 1_000);
      this.set(isLate ? 1 : 0);
    },
  });
}
