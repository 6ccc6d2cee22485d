import type { AppVersionFactsFragment, AppVersionState } from '../../generated/documents';

export type AppVersion = AppVersionFactsFragment;

interface VersionPage {
  readonly nodes: readonly AppVersion[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export const VERSION_STATES = ['SUBMITTED', 'LISTED', 'REJECTED', 'SUPERSEDED'] as const satisfies readonly AppVersionState[];

/** Looks a version up page by page: the api lists versions and gives none by its id. */
export async function findVersion(id: string, pageAfter: (after: string | null) => Promise<VersionPage>): Promise<AppVersion | null> {
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo } = await pageAfter(after);
    const found = nodes.find((version) => version.id === id);
    if (found) return found;
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return null;
    after = pageInfo.endCursor;
  }
}
