import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import { CurrentStaff, Together } from '@tenon/nest';
import { CompanyFlags } from '../application/company-flags.js';
import { showOwnFlag } from './show-flag.js';

/** Which flags differ for a company, where the platform office looks at it. */
@Resolver('Company')
export class CompanyFlagResolver {
  private readonly flagsOf = new Together<ReturnType<typeof showOwnFlag>[], StaffActor>(async (staff, ids) => {
    const flags = await this.flags.read(staff, ids);
    return new Map([...flags].map(([id, own]) => [id, own.map(showOwnFlag)]));
  });

  constructor(private readonly flags: CompanyFlags) {}

  @ResolveField('featureFlags')
  featureFlags(@CurrentStaff() staff: StaffActor, @Parent() { id }: { id: string }) {
    return this.flagsOf.of(staff, id);
  }
}
