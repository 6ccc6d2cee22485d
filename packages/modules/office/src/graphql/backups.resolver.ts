import { Query, Resolver } from '@nestjs/graphql';
import { RequirePermission } from '@tenon/nest';
import { ReadBackups } from '../application/read-backups.js';
import { showBackups } from './show-backups.js';

@Resolver()
export class BackupsResolver {
  constructor(private readonly read: ReadBackups) {}

  @Query('platformBackups')
  @RequirePermission('platform:read')
  async platformBackups() {
    return showBackups(await this.read.execute());
  }
}
