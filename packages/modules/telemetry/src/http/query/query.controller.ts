import { Body, Controller, Header, Headers, HttpCode, Post, StreamableFile } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { forbidden, invalid } from '@tenon/kernel';
import { CurrentActor, RequirePermission, WithheldFromOffice } from '@tenon/nest';
import { AskTelemetry } from '../../application/query/ask-telemetry.js';
import { ExportTelemetry } from '../../application/query/export-telemetry.js';
import { QuestionGate } from '../../application/query/question-gate.js';
import type { TelemetryTable } from '../../application/query/frame.js';
import { acceptedFormat, FORMATS, streamOf, type FormatName } from './formats.js';
import { readQuestion } from '../../application/query/read-question.js';

/** Many readings at once over plain HTTP: whatever their number, they are read, written and sent piece by piece. */
@Controller('api/telemetry')
export class QueryController {
  constructor(
    private readonly ask: AskTelemetry,
    private readonly exports: ExportTelemetry,
    private readonly gate: QuestionGate,
  ) {}

  /** For programs. @throws AppError as {@link readQuestion}, {@link AskTelemetry}; (invalid) TELEMETRY_QUERY.FORMAT; (limited) TELEMETRY_QUERY.BUSY, TELEMETRY_QUERY.SPENT */
  @Post('query')
  @HttpCode(200)
  @Header('cache-control', 'private, no-store')
  @RequirePermission('telemetry:read')
  async query(@CurrentActor() actor: TenantActor, @Body() body: unknown, @Headers('accept') accept?: string, @Headers('sec-fetch-site') site?: string): Promise<StreamableFile> {
    demandOwnSite(site);
    const format = acceptedFormat(accept);
    return this.answer(actor, format, () => this.ask.execute(actor, readQuestion(body)));
  }

  /** For people, as a file: that it was taken along is written in the company's trail. */
  @Post('export')
  @HttpCode(200)
  @Header('cache-control', 'private, no-store')
  @RequirePermission('telemetry:read')
  @WithheldFromOffice('a company’s readings as a whole go to the company alone')
  async export(@CurrentActor() actor: TenantActor, @Body() body: unknown, @Headers('sec-fetch-site') site?: string): Promise<StreamableFile> {
    demandOwnSite(site);
    const { format, question } = Object(body) as { readonly format?: unknown; readonly question?: unknown };
    if (format !== 'csv' && format !== 'parquet') throw invalid('TELEMETRY_QUERY.FORMAT', 'A file is handed out as csv or as parquet.');
    const read = readQuestion(question);
    return this.answer(actor, format, () => this.exports.execute(actor, read, format), `readings-${new Date().toISOString().slice(0, 10)}.${format}`);
  }

  private async answer(actor: TenantActor, name: FormatName, ask: () => Promise<TelemetryTable>, file?: string): Promise<StreamableFile> {
    const leave = (): void => this.gate.leave(actor.tenantId);
    this.gate.enter(actor.tenantId);
    try {
      const stream = streamOf(await ask(), FORMATS[name], leave);
      return new StreamableFile(stream, { type: FORMATS[name].type, ...(file && { disposition: `attachment; filename="${file}"` }) });
    } catch (error) {
      leave();
      throw error;
    }
  }
}

function demandOwnSite(site: string | undefined): void {
  if (site === 'cross-site') throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
}
