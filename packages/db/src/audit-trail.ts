import { subjectIdOf, type AuditAction, type AuditDetails } from '@tenon/contracts/audit';
import type { Origin } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';
import type { OpenTransaction } from './open-transaction.js';

/** Whoever did something, as a trail names them. */
export interface TrailActor {
  readonly kind: string;
  readonly id: string | null;
  readonly name: string;
  readonly origin: Origin | undefined;
}

const LONGEST_USER_AGENT = 300;
/** How a socket that takes both kinds writes an IPv4 address: `::ffff:10.0.0.1`. */
const IPV4_IN_IPV6 = /^::ffff:(?=\d+\.)/;

/** One round trip for all of a transaction, in the order of companies, so that two transactions that write to several never wait for each other. */
const WRITE = {
  name: 'write-trail',
  text: `INSERT INTO audit_entry (tenant_id, action, actor_kind, actor_id, actor, via, via_id, address, user_agent, subject_id, details)
    SELECT tenant_id, action, actor_kind, actor_id, actor, via, via_id, address, user_agent, subject_id, details
    FROM jsonb_to_recordset($1) AS line (place int, tenant_id uuid, action text, actor_kind text, actor_id text, actor text,
      via text, via_id text, address text, user_agent text, subject_id text, details jsonb)
    ORDER BY tenant_id, place`,
};

/**
 * What a transaction has to say in audit trails. It is written down last, just before COMMIT: writing locks the end of the
 * company's chain, so it must come when the transaction needs no other lock, and be held no longer than that.
 */
export class AuditTrail {
  private readonly lines: object[] = [];

  note(tenantId: TenantId, actor: TrailActor, action: AuditAction, details: AuditDetails): void {
    const { origin } = actor;
    // As JSON at once: what it says is how things were when it was noted.
    const said = JSON.parse(JSON.stringify(details)) as AuditDetails;
    this.lines.push({
      place: this.lines.length,
      tenant_id: tenantId,
      action,
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor: actor.name,
      via: origin?.via,
      via_id: origin?.viaId,
      address: origin?.address?.replace(IPV4_IN_IPV6, ''),
      user_agent: origin?.userAgent?.slice(0, LONGEST_USER_AGENT),
      subject_id: subjectIdOf(action, said, tenantId),
      details: said,
    });
  }

  async write(open: OpenTransaction): Promise<void> {
    if (this.lines.length > 0) await open.ask({ ...WRITE, values: [JSON.stringify(this.lines)] });
  }
}
