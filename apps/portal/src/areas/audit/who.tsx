import { Badge } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { AuditTrailQuery } from '../../generated/documents';

export type AuditLine = AuditTrailQuery['auditTrail']['nodes'][number];

/** Who did it; a company's programs are named by their key and machines by their name, the platform's own people and programs are marked as such. */
export function Who({ entry: { actorKind, actor } }: { entry: Pick<AuditLine, 'actorKind' | 'actor'> }) {
  const t = useTranslations('audit.who');
  if (actorKind === 'USER') return <span className="break-all">{actor}</span>;
  if (actorKind === 'API_KEY' || actorKind === 'MACHINE') {
    return (
      <span className="wrap-anywhere">
        <Badge tone="neutral">{t(actorKind)}</Badge> {actor}
      </span>
    );
  }
  return <Badge tone={actorKind === 'STAFF' ? 'accent' : 'neutral'}>{t(actorKind)}</Badge>;
}
