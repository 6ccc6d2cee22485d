import { Injectable } from '@nestjs/common';
import type { AuditDetails } from '@tenon/contracts/audit';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import type { TelemetryQuestion } from '@tenon/domain/telemetry';
import { AskTelemetry } from './ask-telemetry.js';
import type { TelemetryTable } from './frame.js';

/** Hands readings out as a file. That it was done, and over which time, is in the company's trail before the first of them leaves; each repetition is another entry. */
@Injectable()
export class ExportTelemetry {
  constructor(
    private readonly db: TenantDb,
    private readonly ask: AskTelemetry,
  ) {}

  /** Errors: as {@link AskTelemetry}; then nothing is handed out, and nothing is in the trail. */
  async execute(actor: TenantActor, question: TelemetryQuestion, format: string): Promise<TelemetryTable> {
    const table = await this.ask.execute(actor, question);
    await this.db.transaction(actor, (tx) => tx.audit('device.readings-exported', { format, ...narrowed(question) }));
    return table;
  }
}

/** What was asked for, in few words: of many machines, how many. */
function narrowed(question: TelemetryQuestion): AuditDetails {
  const { machines, metrics } = question;
  const [only, ...others] = machines.ids ?? [];
  return {
    ...(only && others.length === 0 ? { deviceId: only } : machines.ids && { machines: machines.ids.length }),
    ...(machines.placeId && { placeId: machines.placeId }),
    ...(machines.typeId && { typeId: machines.typeId }),
    ...(machines.tags && { tags: machines.tags }),
    ...(metrics.length > 0 && { keys: metrics }),
    ...(question.read !== 'last' && { from: new Date(question.range.fromMs).toISOString(), to: new Date(question.range.toMs).toISOString() }),
  };
}
