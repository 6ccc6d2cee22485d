import { Body, Controller, Get, Header, Headers, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { forbidden } from '@tenon/kernel';
import { CurrentActor, CurrentSignedIn, OpenToSignedIn, RequirePermission, type Principal } from '@tenon/nest';
import { ChangeLogo } from '../application/change-logo.js';
import { ReadLogo } from '../application/read-logo.js';

const refuseOtherSites = (site: string | undefined): void => {
  if (site === 'cross-site') throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
};

/** A company's logo over plain HTTP, as browsers fetch and send pictures. */
@Controller('api/company')
export class LogoController {
  constructor(
    private readonly logos: ReadLogo,
    private readonly change: ChangeLogo,
  ) {}

  /** Under its digest it never changes; whoever may no longer see it is not asked for what their own browser keeps. @throws AppError (not-found) LOGO.NOT_FOUND */
  @Get('logo')
  @Header('cache-control', 'private, max-age=31536000, immutable')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @RequirePermission('tenant:read')
  async image(@CurrentActor() actor: TenantActor, @Query('digest') digest: unknown, @Headers('sec-fetch-site') site?: string): Promise<StreamableFile> {
    refuseOtherSites(site);
    return new StreamableFile(await this.logos.image(actor, typeof digest === 'string' ? digest : ''), { type: 'image/png', disposition: 'inline; filename="logo.png"' });
  }

  /** Of another of the person's companies, to choose between them. @throws AppError (not-found) LOGO.NOT_FOUND */
  @Get('place-logo')
  @Header('cache-control', 'private, max-age=31536000, immutable')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @OpenToSignedIn('which companies somebody belongs to is shown before they are in one')
  async placeImage(@CurrentSignedIn() principal: Principal, @Query('company') company: unknown, @Query('digest') digest: unknown, @Headers('sec-fetch-site') site?: string): Promise<StreamableFile> {
    refuseOtherSites(site);
    return new StreamableFile(await this.logos.imageOf(principal, String(company), typeof digest === 'string' ? digest : ''), { type: 'image/png', disposition: 'inline; filename="logo.png"' });
  }

  /**
   * Takes the file as it is, as `application/octet-stream`: a type that a form of another site cannot send. What kind of picture it is, its
   * own bytes say. @throws AppError (invalid) LOGO.FORMAT, LOGO.TOO_LARGE, LOGO.DIMENSIONS, LOGO.BROKEN
   */
  @Post('upload-logo')
  @HttpCode(200)
  @RequirePermission('company:update')
  async upload(@CurrentActor() actor: TenantActor, @Body() file: unknown, @Headers('sec-fetch-site') site?: string): Promise<{ readonly digest: string }> {
    refuseOtherSites(site);
    return { digest: await this.change.set(actor, Buffer.isBuffer(file) ? file : Buffer.alloc(0)) };
  }
}
