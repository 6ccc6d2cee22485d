import { Controller, Get } from '@nestjs/common';
import { OpenToAll } from '@tenon/nest';
import { ReadSigningKeys } from '../application/read-signing-keys.js';

/** The public keys by which what the platform hands out is checked. */
@Controller('.well-known')
export class KeyController {
  constructor(private readonly keys: ReadSigningKeys) {}

  @Get('tenon-keys.json')
  @OpenToAll('whoever was given a file may check it')
  async list(): Promise<object> {
    return { keys: await this.keys.execute() };
  }
}
