import { Body, Controller, Header, Headers, HttpCode, Post, Query } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { forbidden, invalid } from '@tenon/kernel';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { TakePackage } from '../application/take-package.js';

/** Files of packages over plain HTTP, in parts, as history's files come. */
@Controller('api/ota')
export class PackageFileController {
  constructor(private readonly take: TakePackage) {}

  /** @throws AppError (not-found) OTA_PACKAGE.NOT_FOUND; (conflict) OTA_PACKAGE.OFFSET, OTA_PACKAGE.READY; (limited) OTA_PACKAGE.PART_TOO_LONG */
  @Post('upload')
  @HttpCode(200)
  @Header('cache-control', 'private, no-store')
  @RequirePermission('campaign:manage')
  async upload(@CurrentActor() actor: TenantActor, @Query('id') id: unknown, @Query('offset') offset: unknown, @Body() content: unknown, @Headers('sec-fetch-site') site?: string): Promise<{ receivedBytes: number }> {
    if (site === 'cross-site') throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
    if (typeof offset !== 'string' || !/^\d{1,15}$/.test(offset) || !isStream(content)) throw invalid('HTTP.BAD_REQUEST', 'A part of a file has an offset and a content.');
    return { receivedBytes: await this.take.execute(actor, { packageId: typeof id === 'string' ? id : '', offset: Number(offset), content }) };
  }
}

function isStream(content: unknown): content is AsyncIterable<Uint8Array> {
  return typeof content === 'object' && content !== null && Symbol.asyncIterator in content;
}
