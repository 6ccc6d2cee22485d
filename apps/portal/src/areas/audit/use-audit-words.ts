'use client';

import { useTranslations } from 'next-intl';
import type { Path } from './changes';
import { ownField } from './vocabulary';

type LooseTranslator = ((key: string) => string) & { has(key: string): boolean };

/** People's words for what a trail is written in. What a later release writes and these pages do not know yet is shown as it is written. */
export interface AuditWords {
  action(action: string): string;
  /** Of a kind of thing: machine, role. */
  kind(kind: string): string;
  /** Of one field of the thing that an action is done to. */
  field(action: string, path: Path): string;
}

export function useAuditWords(): AuditWords {
  const t = useTranslations('audit') as unknown as LooseTranslator;
  const words = (key: string): string | undefined => (/^[\w.-]+$/.test(key) && t.has(key) ? t(key) : undefined);
  const fieldWords = (name: string): string => (name.includes('.') ? name : (words(`fields.${name}`) ?? name));
  return {
    action: (action) => words(`actions.${action}`) ?? action,
    kind: (kind) => words(`kinds.${kind}`) ?? kind,
    // Some names say something else within something: `to` of a filter is no recipient.
    field: (action, path) => (path.length > 1 && words(`fields.${path.join('-')}`)) || (path.length === 0 ? [ownField(action)] : path).map(fieldWords).join(' · '),
  };
}
