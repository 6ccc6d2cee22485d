import { Controller, Get, Header, Headers, StreamableFile } from '@nestjs/common';
import { forbidden } from '@tenon/kernel';
import { CurrentSignedIn, OpenToSignedIn, type Principal } from '@tenon/nest';
import { ReadOwnData } from '../application/read-own-data.js';

/** A person's own data as a file, over plain HTTP, because a browser keeps a file simply so. */
@Controller('api/account')
export class OwnDataController {
  constructor(private readonly own: ReadOwnData) {}

  @Get('data')
  @Header('cache-control', 'private, no-store')
  @OpenToSignedIn('everybody may take their own data along')
  async file(@CurrentSignedIn() principal: Principal, @Headers('sec-fetch-site') site?: string): Promise<StreamableFile> {
    if (site === 'cross-site') throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
    const data = await this.own.execute(principal);
    const text = JSON.stringify(data, null, 2);
    return new StreamableFile(Buffer.from(text), { type: 'application/json; charset=utf-8', disposition: `attachment; filename="tenon-own-data-${data.takenAt.slice(0, 10)}.json"` });
  }
}
