import { Body, Controller, Header, Headers, HttpCode, Post, Query } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { forbidden, invalid } from '@tenon/kernel';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { BeginImport } from '../application/history/begin-import.js';

/**
 * Files of old readings over plain HTTP, in parts, so that one of gigabytes goes on where the line broke off. Each part is
 * `application/offset+octet-stream`, a type that a form of another site cannot send, and is written as it comes.
 */
@Controller('api/history')
export class HistoryFileController {
  constructor(private readonly imports: BeginImport) {}

  /** @throws AppError (not-found) HISTORY.NOT_FOUND; (conflict) HISTORY.OFFSET, HISTORY.STATE; (limited) HISTORY.PART_TOO_LONG */
  @Post('upload')
  @HttpCode(200)
  @Header('cache-control', 'private, no-store')
  @RequirePermission('telemetry:import')
  async upload(@CurrentActor() actor: TenantActor, @Query('id') id: unknown, @Query('offset') offset: unknown, @Body() content: unknown, @Headers('sec-fetch-site') site?: string): Promise<{ receivedBytes: number }> {
    if (site === 'cross-site') throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
    if (typeof offset !== 'string' || !/^\d{1,15}$/.test(offset) || !isStream(content)) throw invalid('HTTP.BAD_REQUEST', 'A part of a file has an offset and a content.');
    return { receivedBytes: await this.imports.receive(actor, { importId: typeof id === 'string' ? id : '', offset: Number(offset), content }) };
  }
}

function isStream(content: unknown): content is AsyncIterable<Uint8Array> {
  return typeof content === 'object' && content !== null && Symbol.asyncIterator in content;
}
