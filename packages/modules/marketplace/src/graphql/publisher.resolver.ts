import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MutationRegisterPublisherArgs, MutationSubmitAppVersionArgs, QueryPublisherVersionsArgs } from '@tenon/graphql/resolvers';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, RequirePermission, RequireVerifiedEmail } from '@tenon/nest';
import { ReadPublisher, RegisterPublisher } from '../application/publish.js';
import { SubmitAppVersion } from '../application/submit-app-version.js';
import { showPublisher, showVersion } from './show.js';

@Resolver()
export class PublisherResolver {
  constructor(
    private readonly publishing: ReadPublisher,
    private readonly register: RegisterPublisher,
    private readonly submit: SubmitAppVersion,
  ) {}

  @Query('publisher')
  @RequirePermission('publisher:read')
  async publisher(@CurrentActor() actor: TenantActor) {
    const publisher = await this.publishing.publisher(actor);
    return publisher && showPublisher(publisher);
  }

  @Query('publisherVersions')
  @RequirePermission('publisher:read')
  async publisherVersions(@CurrentActor() actor: TenantActor, @Args() args: QueryPublisherVersionsArgs) {
    const page = await this.publishing.versionPage(actor, args);
    return { ...page, nodes: page.nodes.map(showVersion) };
  }

  @Mutation('registerPublisher')
  @RequirePermission('publisher:create')
  @RequireVerifiedEmail('the publisher’s name is shown to other companies')
  async registerPublisher(@CurrentActor() actor: TenantActor, @Args() { input }: MutationRegisterPublisherArgs) {
    return showPublisher(await this.register.execute(actor, input));
  }

  @Mutation('submitAppVersion')
  @RequirePermission('app-version:submit')
  @RequireVerifiedEmail('the office reviews it, and other companies may subscribe to it')
  async submitAppVersion(@CurrentActor() actor: TenantActor, @Args() { input }: MutationSubmitAppVersionArgs) {
    const result = await this.submit.execute(actor, input.manifest);
    return 'problems' in result ? { __typename: 'ManifestRejected' as const, ...result } : showVersion(result);
  }
}
