import { redirect } from 'next/navigation';
import { readViewer, type Viewer } from './read-viewer';

async function viewerIfReachable(): Promise<Viewer | null> {
  try {
    return await readViewer();
  } catch {
    // While the platform is away the form itself is still shown; sending it tells.
    return null;
  }
}

/** Whoever is signed in already has no business at the sign-in pages. */
export async function leaveIfSignedIn(next: string): Promise<void> {
  if (await viewerIfReachable()) redirect(next);
}
