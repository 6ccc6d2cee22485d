/** Companies' audit trails, as the api and its commands use them. */
import { Module } from '@nestjs/common';
import { ExportTrail } from './application/export-trail.js';
import { KeepTrail } from './application/keep-trail.js';
import { ReadTrail } from './application/read-trail.js';
import { VerifyChains } from './application/verify-chains.js';
import { AuditResolver } from './graphql/audit.resolver.js';
import { ExportController } from './http/export.controller.js';
import { ChainRepository } from './persistence/chain.repository.js';
import { RetentionRepository } from './persistence/retention.repository.js';
import { TrailRepository } from './persistence/trail.repository.js';

export { VerifyChains, type ChainFinding } from './application/verify-chains.js';

@Module({
  controllers: [ExportController],
  providers: [AuditResolver, ChainRepository, ExportTrail, KeepTrail, ReadTrail, RetentionRepository, TrailRepository],
})
export class AuditApiModule {}

/** For the command that checks, and needs nothing else. */
@Module({ providers: [ChainRepository, VerifyChains] })
export class AuditCheckModule {}
