import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import type { MutationDecideSignUpArgs, QuerySignUpReviewsArgs } from '@tenon/graphql/resolvers';
import { CurrentStaff, RequirePermission, Together } from '@tenon/nest';
import { OfficeReviews } from '../application/office-reviews.js';
import { readDecision, readState, showReview } from './show-review.js';

/** Sign-ups that the platform office looks at. */
@Resolver('Company')
export class ReviewResolver {
  private readonly reviewOf = new Together<ReturnType<typeof showReview> | undefined, StaffActor>(async (staff, ids) => {
    const reviews = await this.reviews.read(staff, ids);
    return new Map([...reviews].map(([id, review]) => [id, showReview(review)]));
  });

  constructor(private readonly reviews: OfficeReviews) {}

  @Query('signUpReviews')
  @RequirePermission('company:review')
  async list(@CurrentStaff() staff: StaffActor, @Args() args: QuerySignUpReviewsArgs) {
    const page = await this.reviews.page(staff, readState(args.state), args);
    return { ...page, nodes: page.nodes.map(showReview) };
  }

  @Mutation('decideSignUp')
  @RequirePermission('company:review')
  async decide(@CurrentStaff() staff: StaffActor, @Args() { input: { companyId, decision, note } }: MutationDecideSignUpArgs) {
    return showReview(await this.reviews.decide(staff, { companyId, note, decision: readDecision(decision) }));
  }

  @ResolveField('signUpReview')
  review(@CurrentStaff() staff: StaffActor, @Parent() { id }: { id: string }) {
    return this.reviewOf.of(staff, id);
  }
}
