'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** A role, as far as it has a name. */
export interface NamedRole {
  readonly id: string;
  readonly name: string | null;
  readonly description?: string | null;
}

type LooseTranslator = (key: string) => string;

/** What a role is called, and what it is for: the platform's in the reader's language, a company's own as it says. Needs the area `people`. */
export function useRoleWords(): (role: NamedRole) => { name: string; description: string } {
  const t = useTranslations('people.roles') as unknown as LooseTranslator;
  return useCallback(({ id, name, description }) => (name === null ? { name: t(`${id}.name`), description: t(`${id}.description`) } : { name, description: description ?? '' }), [t]);
}

/** A permission in people's words. */
export function usePermissionWords(): (permission: string) => string {
  const t = useTranslations('people.permissions') as unknown as LooseTranslator;
  return useCallback((permission) => t(permission), [t]);
}
