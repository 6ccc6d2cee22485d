'use client';

import { AppsIcon, HomeIcon, OfficeIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { fittingGroups } from '../../frame/palette/fitting-groups';
import type { Findable } from '../../frame/palette/found';
import { PaletteSheet, type PaletteProps } from '../../frame/palette/palette-sheet';
import { useFrameActs } from '../../frame/palette/use-frame-acts';
import { PaletteVersionsDocument } from '../../generated/documents';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { DEVELOPER_PLACES } from './developer-places';

const FRESH_MS = 30_000;

/** The newest of the company's own versions. */
function useVersions(): { readonly commands: readonly Findable[]; readonly isLoading: boolean } {
  const { data, isFetching } = useAnswer(PaletteVersionsDocument, {}, { isEnabled: useMay('publisher:read'), staleMs: FRESH_MS });
  const nodes = data ? data.publisherVersions.nodes : [];
  return { commands: nodes.map(({ id, slug, version }) => ({ key: id, href: `/developer/versions/${id}`, icon: <AppsIcon />, label: `${slug} ${version}` })), isLoading: isFetching };
}

function usePages(): readonly Findable[] {
  const t = useTranslations('developer.nav');
  const pages = useTranslations('frame.palette.pages');
  const { staffRole } = useViewer();
  return [
    ...DEVELOPER_PLACES.map(({ key, href, icon }) => ({ key: href, href, icon, label: t(key), keywords: [key] })),
    { key: '/home', href: '/home', icon: <HomeIcon />, label: t('workspace'), keywords: ['home'] },
    ...(staffRole ? [{ key: '/admin', href: '/admin', icon: <OfficeIcon />, label: pages('office'), keywords: ['admin'] }] : []),
  ];
}

/** Everything in the console by its name: versions, pages, and what may be done from anywhere. */
export function DeveloperPalette(props: PaletteProps) {
  const t = useTranslations('frame.palette');
  const [typed, setTyped] = useState('');
  const versions = useVersions();
  const kinds = { versions: versions.commands, pages: usePages(), acts: useFrameActs() };
  const groups = fittingGroups((['pages', 'versions', 'acts'] as const).map((key) => ({ key, label: t(`groups.${key}`), commands: kinds[key] })), typed);
  return <PaletteSheet {...props} placeholder={t('placeholderDeveloper')} typed={typed} onType={setTyped} groups={groups} isLoading={versions.isLoading} />;
}
