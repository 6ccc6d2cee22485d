import { MISSED_BEATS, type GatewayFaultCode } from '@tenon/domain/health';
import type pg from 'pg';

/** One process of a gateway. */
export interface GatewayRun {
  readonly runId: string;
  /** Its gateway's name, which it keeps over restarts. */
  readonly gatewayId: string;
  readonly version: string;
  /** How often it tells of itself. */
  readonly everyMs: number;
  /** Where it runs. */
  readonly host: string;
  readonly pid: number;
}

/** A process that holds a gateway's name. */
export interface NameHolder extends Pick<GatewayRun, 'runId' | 'host' | 'pid' | 'everyMs'> {
  /** When it last told of itself. */
  readonly seenAt: Date;
}

/** What it tells. */
export interface GatewayBeat {
  readonly runningMs: number;
  readonly connections: number;
  /** Over which time messages, points and refusals are counted. */
  readonly spanMs: number;
  readonly messages: number;
  readonly points: number;
  /** By code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly pendingMessages: number;
  readonly pendingBytes: number;
  readonly isHolding: boolean;
  /** How long ago it last stored something; null where it has not yet. */
  readonly storedAgoMs: number | null;
}

/** What was wrong of one kind since it was last written down. */
export interface GatheredFault {
  readonly code: GatewayFaultCode;
  readonly count: number;
  readonly firstAgoMs: number;
  readonly lastAgoMs: number;
  readonly event: string;
  readonly label: string;
  readonly frame: string;
  readonly trace: string;
}

const AGO = (ms: string): string => `now() - ${ms} * interval '1 millisecond'`;
const KEPT = `interval '7 days'`;
/** Longer than a statement of a month is made anew for what arrives late. */
const SPANS_KEPT = `interval '400 days'`;

const SILENT = `seen_at < ${AGO(`every_ms * ${MISSED_BEATS}`)}`;

// Two that begin at one moment are judged one after the other.
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('gateway ' || $1, 0))`;

const HOLDERS = `SELECT run_id AS "runId", host, pid, every_ms AS "everyMs", seen_at AS "seenAt" FROM gateway_run WHERE gateway_id = $1 AND run_id <> $2 AND stopped_at IS NULL AND NOT ${SILENT} ORDER BY started_at`;

// Whoever begins takes the place of all of its name, as it clears what they left connected; that none of them lives was seen to before.
const BEAT = `
  WITH replaced AS (
    DELETE FROM gateway_run WHERE run_id <> $1 AND gateway_id = $2 AND ($4 OR stopped_at IS NOT NULL OR ${SILENT})
    RETURNING stopped_at, extract(epoch FROM now() - seen_at)::float8 * 1000 AS "silentMs"
  ), past AS (
    DELETE FROM gateway_run WHERE gateway_id <> $2 AND seen_at < now() - ${KEPT}
  ), mended AS (
    DELETE FROM gateway_fault WHERE last_seen_at < now() - ${KEPT}
  ), beat AS (
    INSERT INTO gateway_run (run_id, gateway_id, version, every_ms, started_at, connections, span_ms, messages, points, refused, pending_messages, pending_bytes, is_holding, stored_at, host, pid)
    VALUES ($1, $2, $3, $5, ${AGO('$6::float8')}, $7, $8, $9, $10, $11, $12, $13, $14, ${AGO('$15::float8')}, $16, $17)
    ON CONFLICT (run_id) DO UPDATE SET seen_at = now(), connections = excluded.connections, span_ms = excluded.span_ms, messages = excluded.messages, points = excluded.points,
      refused = excluded.refused, pending_messages = excluded.pending_messages, pending_bytes = excluded.pending_bytes, is_holding = excluded.is_holding, stored_at = excluded.stored_at
    RETURNING xmax = 0 AS "isNew"
  ), open AS (
    UPDATE gateway_span SET to_at = now() WHERE NOT $4 AND gateway_id = $2 AND to_at >= ${AGO(`$5 * ${MISSED_BEATS}`)} RETURNING gateway_id
  ), took AS (
    INSERT INTO gateway_span (gateway_id, from_at, to_at) SELECT $2, now(), now() WHERE NOT EXISTS (SELECT FROM open) ON CONFLICT DO NOTHING
  ), forgotten AS (
    DELETE FROM gateway_span WHERE to_at < now() - ${SPANS_KEPT}
  )
  SELECT "isNew", ARRAY(SELECT "silentMs" FROM replaced WHERE stopped_at IS NULL) AS silences FROM beat`;

const ADD_FAULTS = `
  INSERT INTO gateway_fault AS f (gateway_id, code, count, first_seen_at, last_seen_at, last_event, last_label, last_frame, last_trace)
  SELECT $1, code, count, ${AGO('first_ago')}, ${AGO('last_ago')}, event, label, frame, trace
  FROM unnest($2::text[], $3::bigint[], $4::float8[], $5::float8[], $6::text[], $7::text[], $8::text[], $9::text[]) AS n (code, count, first_ago, last_ago, event, label, frame, trace)
  ORDER BY code
  ON CONFLICT (gateway_id, code) DO UPDATE SET count = f.count + excluded.count, last_seen_at = excluded.last_seen_at,
    last_event = excluded.last_event, last_label = excluded.last_label, last_frame = excluded.last_frame, last_trace = excluded.last_trace`;

const STOP = `
  WITH stopped AS (UPDATE gateway_run SET seen_at = now(), stopped_at = now() WHERE run_id = $1 RETURNING gateway_id, every_ms)
  UPDATE gateway_span s SET to_at = now() FROM stopped WHERE s.gateway_id = stopped.gateway_id AND s.to_at >= ${AGO(`stopped.every_ms * ${MISSED_BEATS}`)}`;

interface Told {
  /** Whether there was no row of this process, as at its first beat. */
  readonly isNew: boolean;
  readonly silences: number[];
}

/** `gateway_run`, `gateway_span` and `gateway_fault`, written by a gateway of itself: nothing of a company is in them. */
export class GatewayRunRepository {
  constructor(
    private readonly pool: pg.Pool,
    private readonly run: GatewayRun,
  ) {}

  /**
   * Takes the gateway's name for this process, unless another holds it that has told of itself lately and is not known to be dead.
   * @returns that other; or how long each of those that it replaced had been silent, of those that had not said that they end
   */
  async take(beat: GatewayBeat, isDead: (holder: NameHolder) => boolean): Promise<NameHolder | number[]> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(LOCK, [this.run.gatewayId]);
      const { rows } = await client.query<NameHolder>(HOLDERS, [this.run.gatewayId, this.run.runId]);
      const holder = rows.find((each) => !isDead(each));
      const taken = holder ?? (await this.tell(client, beat, true)).silences;
      await client.query('COMMIT');
      client.release();
      return taken;
    } catch (error) {
      // Whatever it was at: the connection goes, and the transaction with it.
      client.release(true);
      throw error;
    }
  }

  /** Says how this process stands. @returns who has taken its name meanwhile, while it was silent too long to be thought alive; null as a rule */
  async beat(beat: GatewayBeat): Promise<NameHolder | null> {
    const { isNew } = await this.tell(this.pool, beat, false);
    if (!isNew) return null;
    const { rows } = await this.pool.query<NameHolder>(HOLDERS, [this.run.gatewayId, this.run.runId]);
    return rows[0] ?? null;
  }

  private async tell(by: Pick<pg.ClientBase, 'query'>, beat: GatewayBeat, isFirst: boolean): Promise<Told> {
    const { runId, gatewayId, version, everyMs, host, pid } = this.run;
    const { runningMs, connections, spanMs, messages, points, refused, pendingMessages, pendingBytes, isHolding, storedAgoMs } = beat;
    const values = [runId, gatewayId, version, isFirst, everyMs, runningMs, connections, Math.round(spanMs), messages, points, JSON.stringify(refused), pendingMessages, pendingBytes, isHolding, storedAgoMs, host, pid];
    const { rows } = await by.query<Told>({ name: 'tenon-gateway-beat', text: BEAT, values });
    return rows[0] ?? { isNew: false, silences: [] };
  }

  /** Adds faults to what is known of this gateway. */
  async addFaults(faults: readonly GatheredFault[]): Promise<void> {
    const column = <Name extends keyof GatheredFault>(name: Name): GatheredFault[Name][] => faults.map((fault) => fault[name]);
    await this.pool.query(ADD_FAULTS, [this.run.gatewayId, column('code'), column('count'), column('firstAgoMs'), column('lastAgoMs'), column('event'), column('label'), column('frame'), column('trace')]);
  }

  /** Says that this process ends because it was told to. */
  async stop(): Promise<void> {
    await this.pool.query(STOP, [this.run.runId]);
  }
}
