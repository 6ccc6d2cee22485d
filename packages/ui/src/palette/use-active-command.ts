'use client';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Command } from './command.js';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

interface ActiveCommand<C extends Command> {
  readonly active: C | undefined;
  /** Nothing: the first. */
  readonly point: (key: string | undefined) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Which command Enter would choose: the first until arrows or the mouse point at another, and the first again when that one is gone. */
export function useActiveCommand<C extends Command>(commands: readonly C[], onChoose: (command: C) => void): ActiveCommand<C> {
  const [pointed, point] = useState<string>();
  const at = Math.max(0, commands.findIndex(({ key }) => key === pointed));
  const active = commands[at];
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a Chinese word is being composed, Enter and arrows are the keyboard's own.
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    const next = step === undefined ? undefined : commands[(at + step + commands.length) % commands.length];
    if (next) point(next.key);
    if (event.key === 'Enter' && active) onChoose(active);
    if (step !== undefined || event.key === 'Enter') event.preventDefault();
  };
  return { active, point, onKeyDown };
}
