'use client';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { parseTypedNumber, settleNumber } from './parse-number.js';
import type { NumberRules } from './parse-number.js';

interface NumberTextOptions extends NumberRules {
  readonly value: number | null | undefined;
  readonly defaultValue: number | null | undefined;
  readonly onValueChange: ((value: number | null) => void) | undefined;
}

export interface NumberText {
  readonly text: string;
  readonly value: number | null;
  readonly type: (text: string) => void;
  readonly settle: () => void;
  readonly stepBy: (steps: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** The text being typed and the number it means; the text is left alone until the field is left. */
export function useNumberText({ value, defaultValue, onValueChange, ...rules }: NumberTextOptions): NumberText {
  const [own, setOwn] = useState<number | null>(defaultValue ?? null);
  const [draft, setDraft] = useState<string>();
  const current = value === undefined ? own : value;
  const commit = (next: number | null): void => {
    setOwn(next);
    if (next !== current) onValueChange?.(next);
  };
  const stepBy = (steps: number): void => {
    commit(settleNumber((current ?? 0) + steps * rules.step, rules));
    setDraft(undefined);
  };
  return {
    text: draft ?? (current === null ? '' : String(current)),
    value: current,
    type: (text) => {
      setDraft(text);
      const typed = parseTypedNumber(text);
      if (typed !== undefined) commit(typed);
    },
    settle: () => {
      if (draft !== undefined && current !== null) commit(settleNumber(current, rules));
      setDraft(undefined);
    },
    stepBy,
    onKeyDown: (event) => {
      const steps = STEPS[event.key];
      if (steps === undefined) return;
      event.preventDefault();
      stepBy(steps);
    },
  };
}
