'use client';

import { CommandPalette, Kbd, matchCommands } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Findable } from './found';
import { useActs } from './use-acts';
import { useFinds } from './use-finds';
import { usePlaces } from './use-places';
import { useSettled } from './use-settled';

interface PaletteProps {
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
}

/** In the order of the list. */
const KINDS = ['machines', 'apps', 'pages', 'acts', 'store'] as const;
const KEYS = { walk: '↑↓', choose: '↵', close: 'Esc' } as const;

function Keys() {
  const t = useTranslations('frame.palette.keys');
  return (['walk', 'choose', 'close'] as const).map((key) => (
    <span key={key} className="inline-flex items-center gap-1.5">
      <Kbd>{KEYS[key]}</Kbd> {t(key)}
    </span>
  ));
}

/** What fits, kind by kind, and whether the api is still being asked. */
function useGroups(typed: string) {
  const t = useTranslations('frame.palette.groups');
  const finds = useFinds(useSettled(typed.trim()));
  const [places, acts] = [usePlaces(), useActs()];
  const kinds = { machines: finds.machines.commands, apps: finds.apps.commands, pages: places, acts, store: finds.store.commands } as const;
  const groups = KINDS.map((key) => ({ key, label: t(key), commands: matchCommands(kinds[key], typed) })).filter(({ commands }) => commands.length > 0);
  return { groups, isLoading: Object.values(finds).some((each) => each.isLoading) };
}

/** Everything by its name: machines, apps, pages, and what may be done from anywhere. */
export function Palette({ isOpen, onOpenChange }: PaletteProps) {
  const t = useTranslations('frame.palette');
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const { groups, isLoading } = useGroups(typed);
  const turn = (next: boolean): void => {
    if (!next) setTyped('');
    onOpenChange(next);
  };
  const choose = ({ href, act }: Findable): void => {
    turn(false);
    if (href) router.push(href);
    act?.();
  };
  return (
    <CommandPalette
      isOpen={isOpen}
      onOpenChange={turn}
      label={t('label')}
      placeholder={t('placeholder')}
      typed={typed}
      onType={setTyped}
      groups={groups}
      onChoose={choose}
      empty={t('empty', { typed })}
      isLoading={isLoading}
      countText={t('count', { count: groups.reduce((sum, { commands }) => sum + commands.length, 0) })}
      footer={<Keys />}
    />
  );
}
