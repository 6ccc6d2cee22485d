'use client';

import { CodeIcon, DocIcon, OfficeIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useViewer } from '../../viewer/viewer-context';
import { WORKSPACE_PLACES } from '../workspace-nav';
import type { Findable } from './found';
import { WORKSPACE_PAGES } from './workspace-pages';

/** The words of an address, so that a page is found by them in either language. */
const wordsIn = (href: string): string[] => href.split('/').filter(Boolean);

/** Every page that this person may open, those of the rail first. */
export function usePlaces(): readonly Findable[] {
  const t = useTranslations('frame');
  const { permissions, staffRole } = useViewer();
  const pages = WORKSPACE_PAGES.filter(({ needs }) => !needs || permissions.includes(needs));
  const hintOf = (href: string): string | undefined => (href.startsWith('/settings/') ? t('palette.inSettings') : undefined);
  return [
    ...WORKSPACE_PLACES.map(({ key, href, icon }) => ({ key: href, href, icon, label: t(`nav.${key}`), keywords: wordsIn(href) })),
    ...pages.map(({ key, href }) => ({ key: href, href, icon: <DocIcon />, label: t(`palette.pages.${key}`), hint: hintOf(href), keywords: wordsIn(href) })),
    ...(permissions.includes('publisher:read') ? [{ key: '/developer', href: '/developer', icon: <CodeIcon />, label: t('palette.pages.developer'), keywords: ['developer'] }] : []),
    ...(staffRole ? [{ key: '/admin', href: '/admin', icon: <OfficeIcon />, label: t('palette.pages.office'), keywords: ['admin'] }] : []),
  ];
}
