import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import type { MutationBeginImpersonationArgs } from '@tenon/graphql/resolvers';
import { CurrentSignedIn, CurrentStaff, RequirePermission, WhileLooking, type Principal } from '@tenon/nest';
import { BeginImpersonation } from '../application/begin-impersonation.js';
import { EndImpersonation } from '../application/end-impersonation.js';
import { ReadImpersonations } from '../application/read-impersonations.js';
import { showImpersonation, showLook, type showViewer } from './show.js';

/** Seeing a company as its own people do, for the platform. */
@Resolver('Viewer')
export class ImpersonationResolver {
  constructor(
    private readonly begin: BeginImpersonation,
    private readonly end: EndImpersonation,
    private readonly looks: ReadImpersonations,
  ) {}

  @ResolveField('impersonation')
  impersonation(@Parent() { principal }: ReturnType<typeof showViewer>) {
    return principal.impersonation ? showImpersonation(principal.impersonation) : null;
  }

  @Query('impersonations')
  @RequirePermission('company:read')
  async impersonations(@CurrentStaff() staff: StaffActor, @Args('companyId') companyId: string) {
    return (await this.looks.execute(staff, companyId)).map(showLook);
  }

  @Mutation('beginImpersonation')
  @RequirePermission('company:impersonate')
  @WhileLooking()
  async beginImpersonation(@CurrentStaff() staff: StaffActor, @CurrentSignedIn() principal: Principal, @Args() { input }: MutationBeginImpersonationArgs) {
    const { companyId, reason, minutes } = input;
    await this.begin.execute(staff, principal, { companyId, reason, minutes, mayWrite: input.mayWrite ?? false, confirmName: input.confirmName ?? null, code: input.code ?? null });
    return companyId;
  }

  @Mutation('endImpersonation')
  @RequirePermission('company:impersonate')
  @WhileLooking()
  async endImpersonation(@CurrentStaff() staff: StaffActor) {
    await this.end.execute(staff);
    return true;
  }
}
