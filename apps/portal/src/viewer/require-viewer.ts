import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { PATH_HEADER } from '../server/visible-path';
import { concernsEverybody } from './concerns-everybody';
import { readViewer, type Viewer, type ViewerMember, type ViewerTenant } from './read-viewer';
import { isKeptWhenClosed, STANDING_PATH } from './way-out';

/** Leads to where it can be reopened from where a closed company has nothing to show. */
async function leaveClosed({ standing }: Viewer): Promise<void> {
  if (standing?.state !== 'CLOSED' && standing?.state !== 'ERASED') return;
  if (!isKeptWhenClosed(await here())) redirect(STANDING_PATH);
}

const AS_OWNER: ViewerMember = { role: { id: 'owner', kind: 'BUILT_IN', name: null } };

export interface Member extends Viewer {
  readonly tenant: ViewerTenant;
  readonly member: ViewerMember;
}

async function here(): Promise<string> {
  return (await headers()).get(PATH_HEADER) ?? '/home';
}

/** The signed-in person; anybody else is led to sign-in and comes back here, and so does whoever lacks a second factor that is demanded, or came to a company by another way than the one that opens it. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await readViewer();
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(await here())}`);
  if (viewer.isSingleSignOnMissing) redirect(`/company-sign-in?next=${encodeURIComponent(await here())}`);
  if (viewer.secondFactor.isMissing) redirect(`/second-factor?next=${encodeURIComponent(await here())}`);
  return viewer;
}

/**
 * The signed-in person in their company, with where it stands if that is to be said on every page. Whoever is in none is led to where one is chosen or made, and comes back here;
 * platform staff, who have none, to the platform office.
 */
export async function requireMember(): Promise<Member> {
  const viewer = await requireViewer();
  const { tenant } = viewer;
  // Somebody of the office who looks at a company sees it as its owners do.
  const member = viewer.impersonation ? AS_OWNER : viewer.member;
  if (tenant && member) {
    await leaveClosed(viewer);
    return { ...viewer, standing: viewer.standing && concernsEverybody(viewer.standing) ? viewer.standing : null, tenant, member };
  }
  if (viewer.staffRole && viewer.companies.length === 0) redirect('/admin');
  redirect(`/companies?next=${encodeURIComponent(await here())}`);
}
