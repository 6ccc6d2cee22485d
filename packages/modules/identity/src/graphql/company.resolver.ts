import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MutationCreateCompanyArgs } from '@tenon/graphql/resolvers';
import { CurrentSignedIn, OpenToSignedIn, type Principal } from '@tenon/nest';
import { CreateCompany } from '../application/create-company.js';
import { ReadOwnCompanies, SwitchCompany } from '../application/own-companies.js';
import { showPlace, type showViewer } from './show.js';

/** The companies of whoever is signed in, the one that their session is in or not. */
@Resolver('Viewer')
export class CompanyResolver {
  constructor(
    private readonly own: ReadOwnCompanies,
    private readonly switching: SwitchCompany,
    private readonly creation: CreateCompany,
  ) {}

  @ResolveField('companies')
  async companies(@Parent() { principal }: ReturnType<typeof showViewer>) {
    return (await this.own.execute(principal)).map(showPlace);
  }

  @Mutation('switchCompany')
  @OpenToSignedIn('which companies somebody belongs to is asked before they are in one')
  async switchCompany(@CurrentSignedIn() principal: Principal, @Args('id') id: string) {
    return showPlace(await this.switching.execute(principal, id));
  }

  @Mutation('createCompany')
  @OpenToSignedIn('whoever has no company, or wants another, asks nobody')
  async createCompany(@CurrentSignedIn() principal: Principal, @Args() { input }: MutationCreateCompanyArgs) {
    return showPlace(await this.switching.execute(principal, await this.creation.execute(principal, input)));
  }
}
