'use client';

import { CompanyMark } from '@tenon/ui';
import { useViewer } from '../viewer/viewer-context';
import { logoPath } from './logo-path';

interface OwnMarkProps {
  readonly size: number;
  /** Read aloud when given. */
  readonly alt?: string;
  readonly className?: string;
}

/** The logo of the person's current company, or its initials. */
export function OwnMark(props: OwnMarkProps) {
  const { tenant, logoDigest } = useViewer();
  return <CompanyMark name={tenant.name} src={logoPath(logoDigest)} {...props} />;
}
