'use client';

import { CodeIcon, DocIcon, FactoryIcon, HomeIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { fittingGroups } from '../../frame/palette/fitting-groups';
import type { Findable } from '../../frame/palette/found';
import { PaletteSheet, type PaletteProps } from '../../frame/palette/palette-sheet';
import { useFrameActs } from '../../frame/palette/use-frame-acts';
import { useSettled } from '../../frame/palette/use-settled';
import { PaletteCompaniesDocument } from '../../generated/documents';
import { useMayOffice, useOfficer } from './office-context';
import { OFFICE_PLACES } from './office-places';

const FRESH_MS = 30_000;

/** Companies by a part of their name or of an owner's mail, as the api finds them. */
function useCompanies(search: string): { readonly commands: readonly Findable[]; readonly isLoading: boolean } {
  const states = useTranslations('office.state');
  const isAsked = useMayOffice('company:read') && search !== '';
  const { data, isFetching } = useAnswer(PaletteCompaniesDocument, { search }, { isEnabled: isAsked, isKept: true, staleMs: FRESH_MS });
  const nodes = isAsked && data ? data.companies.nodes : [];
  return {
    commands: nodes.map(({ id, name, state, ownerEmail }) => ({ key: id, href: `/admin/companies/${id}`, icon: <FactoryIcon />, label: name, hint: state === 'SUSPENDED' ? states(state) : (ownerEmail ?? undefined), keywords: ownerEmail ? [ownerEmail] : [] })),
    isLoading: isFetching,
  };
}

/** The pages that this person's role opens, and the other frames. */
function usePages(): readonly Findable[] {
  const t = useTranslations('office.nav');
  const pages = useTranslations('frame.palette.pages');
  const { permissions, tenant } = useOfficer();
  const elsewhere = [
    { key: '/home', href: '/home', icon: <HomeIcon />, label: t('workspace'), keywords: ['home'] },
    { key: '/developer', href: '/developer', icon: <CodeIcon />, label: pages('developer'), keywords: ['developer'] },
  ];
  return [
    ...OFFICE_PLACES.filter(({ permission }) => permissions.includes(permission)).map(({ key, href, icon }) => ({ key: href, href, icon, label: t(key), keywords: [key] })),
    { key: '/admin/security', href: '/admin/security', icon: <DocIcon />, label: pages('security'), keywords: ['security'] },
    ...(tenant ? elsewhere : []),
  ];
}

/** Everything in the office by its name: companies, pages, and what may be done from anywhere. */
export function OfficePalette(props: PaletteProps) {
  const t = useTranslations('frame.palette');
  const [typed, setTyped] = useState('');
  const companies = useCompanies(useSettled(typed.trim()));
  const kinds = { companies: companies.commands, pages: usePages(), acts: useFrameActs() };
  const groups = fittingGroups((['companies', 'pages', 'acts'] as const).map((key) => ({ key, label: t(`groups.${key}`), commands: kinds[key] })), typed);
  return <PaletteSheet {...props} placeholder={t('placeholderOffice')} typed={typed} onType={setTyped} groups={groups} isLoading={companies.isLoading} />;
}
