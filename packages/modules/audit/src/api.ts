/** Companies' audit trails, as the api and its commands use them. */
import { Module } from '@nestjs/common';
import { VerifyChains } from './application/verify-chains.js';
import { ChainRepository } from './persistence/chain.repository.js';

export { VerifyChains, type ChainFinding } from './application/verify-chains.js';

@Module({ providers: [ChainRepository, VerifyChains] })
export class AuditApiModule {}
