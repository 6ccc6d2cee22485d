'use client';

import { CommandPalette, Kbd, type CommandGroup } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { Findable } from './found';

/** What the button that opens a palette knows of it. */
export interface PaletteProps {
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
}

interface PaletteSheetProps extends PaletteProps {
  readonly placeholder: string;
  readonly typed: string;
  onType(text: string): void;
  readonly groups: readonly CommandGroup<Findable>[];
  /** Whether the api is still being asked. */
  readonly isLoading: boolean;
}

const KEYS = { walk: '↑↓', choose: '↵', close: 'Esc' } as const;

function Keys() {
  const t = useTranslations('frame.palette.keys');
  return (['walk', 'choose', 'close'] as const).map((key) => (
    <span key={key} className="inline-flex items-center gap-1.5">
      <Kbd>{KEYS[key]}</Kbd> {t(key)}
    </span>
  ));
}

/** The sheet of every frame's palette: what fits what was typed, and the way there. */
export function PaletteSheet({ isOpen, onOpenChange, placeholder, typed, onType, groups, isLoading }: PaletteSheetProps) {
  const t = useTranslations('frame.palette');
  const router = useRouter();
  const turn = (next: boolean): void => {
    if (!next) onType('');
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
      placeholder={placeholder}
      typed={typed}
      onType={onType}
      groups={groups}
      onChoose={choose}
      empty={t('empty', { typed })}
      isLoading={isLoading}
      countText={t('count', { count: groups.reduce((sum, { commands }) => sum + commands.length, 0) })}
      footer={<Keys />}
    />
  );
}
