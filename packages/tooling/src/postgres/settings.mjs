// @ts-check

/**
 * Settings of the embedded server, given on its command line at every start, so that a newer Tenon applies them to an older cluster.
 * Sized for a small machine that takes in measurements all day.
 */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // the default folder is often missing or not ours
  dynamic_shared_memory_type: 'mmap', // containers give /dev/shm 64 MB; parallel queries would fail there
  shared_preload_libraries: 'pg_stat_statements',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  max_connections: '120',
  max_locks_per_transaction: '256', // one lock a partition: a year of days in one query
  random_page_cost: '1.1', // solid-state disks
  jit: 'off', // compiles longer than these queries run
  wal_compression: 'on',
  wal_buffers: '16MB',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] %q%u@%d ',
  lc_messages: 'C',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * For clusters that may be lost with the machine: tests, of which several share one, each with as many connections as a platform. Each of
 * their databases would be looked through every minute: with a hundred of them, one process more twice a second, for what lives a minute.
 */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', autovacuum_naptime: '1h' };

/**
 * @param {{ port: number, isDurable: boolean, extra?: Record<string, string> }} options
 * @returns {readonly string[]} Arguments of `postgres`.
 */
export function serverArguments({ port, isDurable, extra = {} }) {
  const settings = { ...SETTINGS, ...(isDurable ? {} : FORGETFUL), port: String(port), ...extra };
  return Object.entries(settings)
    .filter(([name]) => process.platform !== 'win32' || name !== 'dynamic_shared_memory_type')
    .flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
