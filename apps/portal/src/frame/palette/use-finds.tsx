'use client';

import { AppsIcon, MachineIcon, StoreIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { useLocalized, type Localized } from '../../areas/store/use-localized';
import { PaletteMachinesDocument, PaletteStoreDocument, PaletteSubscriptionsDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import type { Findable } from './found';

interface Found {
  readonly commands: readonly Findable[];
  readonly isLoading: boolean;
}

const FRESH_MS = 30_000;

/** An app is found by its name in either language, and by that in addresses. */
const namesOf = ({ name, slug }: { readonly name: Localized; readonly slug: string }): string[] => [name.zh, name.en, slug];

function useMachines(search: string): Found {
  const connection = useTranslations('frame.connection');
  const isAsked = useMay('device:read') && search !== '';
  const { data, isFetching } = useAnswer(PaletteMachinesDocument, { search }, { isEnabled: isAsked, isKept: true, staleMs: FRESH_MS });
  const nodes = isAsked && data ? data.devices.nodes : [];
  return { commands: nodes.map(({ id, name, connection: state }) => ({ key: id, href: `/machines/${id}`, icon: <MachineIcon />, label: name, hint: connection(state) })), isLoading: isFetching };
}

/** All that the company uses, whatever is typed: they are few. */
function useApps(): Found {
  const localized = useLocalized();
  const { data, isFetching } = useAnswer(PaletteSubscriptionsDocument, {}, { isEnabled: useMay('subscription:read'), staleMs: FRESH_MS });
  const used = data ? data.subscriptions.nodes.filter(({ state }) => state === 'ACTIVE') : [];
  return { commands: used.map(({ id, app }) => ({ key: id, href: `/apps/${id}`, icon: <AppsIcon />, label: localized(app.name), keywords: namesOf(app) })), isLoading: isFetching };
}

function useStore(search: string): Found {
  const localized = useLocalized();
  const isAsked = useMay('app:read') && search !== '';
  const { data, isFetching } = useAnswer(PaletteStoreDocument, { search }, { isEnabled: isAsked, isKept: true, staleMs: FRESH_MS });
  const listed = isAsked && data ? data.apps.nodes.filter(({ subscription }) => subscription === null) : [];
  return { commands: listed.map((app) => ({ key: app.slug, href: `/store/${app.slug}`, icon: <StoreIcon />, label: localized(app.name), keywords: namesOf(app) })), isLoading: isFetching };
}

/**
 * What the api knows by this name and lets this person see; it is not asked for what they may not read. The answer is to what was typed
 * a moment ago: whoever shows it looks once more whether it still fits.
 */
export function useFinds(search: string): { readonly machines: Found; readonly apps: Found; readonly store: Found } {
  return { machines: useMachines(search), apps: useApps(), store: useStore(search) };
}
