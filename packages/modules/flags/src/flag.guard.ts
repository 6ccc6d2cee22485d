import { applyDecorators, Injectable, SetMetadata, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FlagKey } from '@tenon/domain/flags';
import { bug } from '@tenon/kernel';
import { requestContext } from '@tenon/nest';
import { FeatureFlags } from './application/feature-flags.js';

const FLAG = Symbol('feature flag');

/** Stands behind the guard of permissions, before what only some companies have. */
@Injectable()
export class FlagGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly flags: FeatureFlags,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const { inCompany } = requestContext(execution);
    if (!inCompany) throw bug('FLAG.NO_COMPANY', 'A flag of companies stands before what is not inside one.');
    await this.flags.demand(this.reflector.getAllAndOverride<FlagKey>(FLAG, [execution.getHandler(), execution.getClass()]), inCompany.tenantId);
    return true;
  }
}

/** Beside what says who of a company may come in: lets in nobody of a company for which this flag is off (FLAG.OFF). */
export const BehindFlag = (key: FlagKey): MethodDecorator => applyDecorators(SetMetadata(FLAG, key), UseGuards(FlagGuard));
