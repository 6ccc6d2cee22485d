import pg from 'pg';
import { TYPES } from './instant-parser.js';

/** The database roles a process may take on; the migrations say what each may touch. */
export type DatabaseRole = 'tenon_app' | 'tenon_system' | 'tenon_ingest' | 'tenon_auth' | 'tenon_queue';

export interface PoolOptions {
  readonly databaseUrl: string;
  readonly role: DatabaseRole;
  readonly max?: number;
  /** Schema to look in first; `public` by default. */
  readonly searchPath?: string;
  /** How long a statement waits for a lock that another holds, in milliseconds; without it, for ever. */
  readonly lockTimeoutMs?: number;
  /** Whether statements are sent without waiting for the answers of those before them. */
  readonly isPipelined?: boolean;
  /** Makes a new connection ready. */
  readonly prepare?: (client: pg.ClientBase) => Promise<void>;
  readonly onError?: (error: Error) => void;
}

/**
 * How long a pool keeps a connection that nobody uses. Much of what is done comes round once in some seconds, or once a minute: at the
 * ten seconds that pg keeps one, making new ones was most of what PostgreSQL did on an idle platform.
 */
const KEPT_IDLE_MS = 120_000;

/** Connection settings that take the role on at connect, so that no query ever runs as the login itself. */
export function roleConfig(options: Omit<PoolOptions, 'max' | 'isPipelined' | 'prepare' | 'onError'>): pg.PoolConfig {
  const searchPath = options.searchPath ? ` -c search_path=${options.searchPath}` : '';
  const lockTimeout = options.lockTimeoutMs === undefined ? '' : ` -c lock_timeout=${options.lockTimeoutMs}`;
  return {
    connectionString: options.databaseUrl,
    options: `-c role=${options.role} -c timezone=UTC${searchPath}${lockTimeout}`,
    application_name: options.role,
    keepAlive: true,
    types: TYPES,
    idleTimeoutMillis: KEPT_IDLE_MS,
  };
}

/** A pool whose every connection is one role. Errors of idle connections are reported, never thrown. */
export function createPool(options: PoolOptions): pg.Pool {
  // The pool waits for what is promised here; its types do not say so.
  const onConnect = options.prepare as ((client: pg.ClientBase) => void) | undefined;
  const pool = new pg.Pool({ ...roleConfig(options), max: options.max ?? 10, connectionTimeoutMillis: 10_000, pipeline: options.isPipelined ?? false, onConnect });
  pool.on('error', (error) => options.onError?.(error));
  return pool;
}
