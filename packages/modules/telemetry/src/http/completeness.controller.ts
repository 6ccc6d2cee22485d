import { Controller, Get, Header, Headers, Query, StreamableFile } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { forbidden, invalid } from '@tenon/kernel';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { ReadCompleteness } from '../application/read-completeness.js';
import { completenessCsv } from './completeness-csv.js';
import { completenessPdf } from './completeness-pdf.js';
import { COMPLETENESS_WORDS } from './completeness-words.js';

/** A statement of completeness as a file, over plain HTTP, because a browser keeps files so. */
@Controller('api/telemetry')
export class CompletenessController {
  constructor(private readonly read: ReadCompleteness) {}

  /** @throws AppError (invalid) COMPLETENESS.MONTH, COMPLETENESS.FORMAT */
  @Get('completeness')
  @Header('cache-control', 'private, no-store')
  @RequirePermission('telemetry:read')
  async file(@CurrentActor() actor: TenantActor, @Query() query: Readonly<Record<string, unknown>>, @Headers('sec-fetch-site') site?: string): Promise<StreamableFile> {
    if (site === 'cross-site') throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
    const { format, month, language } = query;
    if (format !== 'csv' && format !== 'pdf') throw invalid('COMPLETENESS.FORMAT', 'A statement is handed out as csv or as pdf.');
    const statement = await this.read.forPaper(actor, typeof month === 'string' ? month : null);
    const file = format === 'csv' ? Buffer.from(completenessCsv(statement)) : await completenessPdf(statement, COMPLETENESS_WORDS[language === 'en' ? 'en' : 'zh-CN'], new Date());
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/pdf';
    return new StreamableFile(file, { type, disposition: `attachment; filename="completeness-${statement.month}.${format}"` });
  }
}
