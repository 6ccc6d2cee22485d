import { Body, Controller, Get, Header, Headers, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
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

  /** For browsers, which keep a file of any length only so: the question is a parameter, and that it was taken along is written in the company's trail. */
  @Get('export')
  @Header('cache-control', 'private, no-store')
  @RequirePermission('telemetry:read')
  @WithheldFromOffice('a company’s readings as a whole go to the company alone')
  async export(@CurrentActor() actor: TenantActor, @Query('format') format: unknown, @Query('question') question: unknown, @Headers('sec-fetch-site') site?: string): Promise<StreamableFile> {
    demandOwnSite(site);
    if (format !== 'csv' && format !== 'parquet') throw invalid('TELEMETRY_QUERY.FORMAT', 'A file is handed out as csv or as parquet.');
    const read = readQuestion(parsed(question));
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

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : '');
  } catch {
    throw invalid('TELEMETRY_QUERY.INVALID', 'The question is not JSON.', { member: '', why: 'It is not JSON.' });
  }
}
