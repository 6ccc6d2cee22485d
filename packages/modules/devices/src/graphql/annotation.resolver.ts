import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { DeviceAnnotationsArgs, MutationAddAnnotationArgs, MutationUpdateAnnotationArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { Annotate } from '../application/annotate.js';
import { showNote } from './show.js';

const ms = (at: string): number => new Date(at).getTime();

@Resolver('Device')
export class AnnotationResolver {
  constructor(private readonly notes: Annotate) {}

  @ResolveField('annotations')
  async annotations(@CurrentActor() actor: TenantActor, @Parent() device: { id: string }, @Args() { from, to }: DeviceAnnotationsArgs) {
    return (await this.notes.list(actor, device.id, { from: new Date(from), to: new Date(to) })).map(showNote);
  }

  @Mutation('addAnnotation')
  @RequirePermission('annotation:create')
  async addAnnotation(@CurrentActor() actor: TenantActor, @Args() { input: { deviceId, text, from, to } }: MutationAddAnnotationArgs) {
    return showNote(await this.notes.add(actor, deviceId, { text, fromMs: ms(from), toMs: to ? ms(to) : null }));
  }

  @Mutation('updateAnnotation')
  @RequirePermission('annotation:create')
  async updateAnnotation(@CurrentActor() actor: TenantActor, @Args() { input: { id, text, from, to } }: MutationUpdateAnnotationArgs) {
    return showNote(await this.notes.update(actor, { id, text: text ?? undefined, fromMs: from ? ms(from) : undefined, toMs: typeof to === 'string' ? ms(to) : to }));
  }

  @Mutation('deleteAnnotation')
  @RequirePermission('annotation:create')
  deleteAnnotation(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return this.notes.delete(actor, id);
  }
}
