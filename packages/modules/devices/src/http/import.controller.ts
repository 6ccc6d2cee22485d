import { Body, Controller, Header, Headers, HttpCode, Post } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { forbidden } from '@tenon/kernel';
import { CurrentActor, RequirePermission, WithheldFromOffice } from '@tenon/nest';
import { ImportDevices } from '../application/import/import-devices.js';
import type { ImportReport } from '../application/import/row-fault.js';

const TOKENS = 'it shows tokens';

/**
 * Lists of machines over plain HTTP, as browsers send files: as they are, as `application/octet-stream`, a type that a form of another site
 * cannot send. What kind of file it is, its own bytes say.
 */
@Controller('api/devices')
export class ImportController {
  constructor(private readonly lists: ImportDevices) {}

  /** What importing the list would do, row by row where it would fail; nothing is written. */
  @Post('check-import')
  @HttpCode(200)
  @Header('cache-control', 'private, no-store')
  @RequirePermission('device:create')
  @WithheldFromOffice(TOKENS)
  check(@CurrentActor() actor: TenantActor, @Body() file: unknown, @Headers('sec-fetch-site') site?: string): Promise<ImportReport> {
    return this.answer(actor, file, { site, isTrial: true });
  }

  /** Adds all machines of the list; with one faulty row, none. Sent again with the tokens it was answered with, it adds nothing twice. */
  @Post('import')
  @HttpCode(200)
  @Header('cache-control', 'private, no-store')
  @RequirePermission('device:create')
  @WithheldFromOffice(TOKENS)
  import(@CurrentActor() actor: TenantActor, @Body() file: unknown, @Headers('sec-fetch-site') site?: string): Promise<ImportReport> {
    return this.answer(actor, file, { site, isTrial: false });
  }

  private answer(actor: TenantActor, file: unknown, { site, isTrial }: { readonly site: string | undefined; readonly isTrial: boolean }): Promise<ImportReport> {
    if (site === 'cross-site') throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
    return this.lists.execute(actor, Buffer.isBuffer(file) ? file : Buffer.alloc(0), { isTrial });
  }
}
