'use client';

import { EmptyState, LinkButton, PeopleIllustration } from '@tenon/ui';
import { Link } from '../../frame/link';

/** What was looked for is not there, and the way back to the list. */
export function OfficeMissing({ title, body, href, action }: { title: string; body: string; href: string; action: string }) {
  return (
    <EmptyState
      illustration={<PeopleIllustration />}
      title={title}
      body={body}
      action={
        <LinkButton asChild variant="primary">
          <Link href={href}>{action}</Link>
        </LinkButton>
      }
    />
  );
}
