/** Which entries are wanted; undefined: whichever. */
export interface TrailFilter {
  /** Part of the actor's mail. */
  readonly person?: string | undefined;
  readonly actorKind?: string | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}
