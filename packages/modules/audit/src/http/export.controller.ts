import { Readable } from 'node:stream';
import { Controller, Get, Header, Headers, Query, StreamableFile } from '@nestjs/common';
import type { AuditEntry } from '@tenon/domain/audit';
import type { TenantActor } from '@tenon/domain/identity';
import { forbidden, invalid } from '@tenon/kernel';
import { CurrentActor, RequirePermission, WithheldFromOffice } from '@tenon/nest';
import { ExportTrail } from '../application/export-trail.js';
import { readFilter } from '../graphql/read.js';
import { TRAIL_TEXTS, type TrailFormat, type TrailText } from './trail-text.js';

/** The trail as a file, over plain HTTP, because a browser can keep a file of any length only so. */
@Controller('api/audit')
export class ExportController {
  constructor(private readonly trail: ExportTrail) {}

  @Get('export')
  @Header('cache-control', 'private, no-store')
  @RequirePermission('audit:read')
  @WithheldFromOffice('a whole trail goes to the company alone')
  async export(@CurrentActor() actor: TenantActor, @Query() query: Readonly<Record<string, unknown>>, @Headers('sec-fetch-site') site?: string): Promise<StreamableFile> {
    if (site === 'cross-site') throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
    const format = readFormat(query['format']);
    const pieces = await this.trail.execute(actor, { format, filter: readFilter(textsOf(query)) });
    const text = TRAIL_TEXTS[format];
    return new StreamableFile(Readable.from(write(pieces, text)), { type: text.contentType, disposition: `attachment; filename="audit-${new Date().toISOString().slice(0, 10)}.${format}"` });
  }
}

function readFormat(format: unknown): TrailFormat {
  if (typeof format === 'string' && Object.hasOwn(TRAIL_TEXTS, format)) return format as TrailFormat;
  throw invalid('AUDIT.FORMAT', 'A trail is handed out as csv or as jsonl.', { formats: Object.keys(TRAIL_TEXTS) });
}

/** A parameter that is given twice is nobody's filter. */
function textsOf(query: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const texts = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

async function* write(pieces: AsyncGenerator<AuditEntry[]>, { head, line }: TrailText): AsyncGenerator<string> {
  if (head) yield head;
  for await (const piece of pieces) yield piece.map(line).join('');
}
