'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Strength } from './estimate-strength';

const LEVELS = [0, 1, 2, 3, 4] as const satisfies readonly Strength[];
/** By length and in words first; the colour is only beside. */
const FILL: Readonly<Record<Strength, string>> = { 0: 'bg-danger-fill', 1: 'bg-danger-fill', 2: 'bg-caution', 3: 'bg-good', 4: 'bg-good' };

/** How strong the password is that is being typed. Its place is kept while there is none, so that nothing moves; a screen reader hears a level when it changes, and not each letter. */
export function StrengthMeter({ strength }: { strength: Strength | null }) {
  const t = useTranslations('newPassword.strength');
  return (
    <div className="mt-2 grid min-h-7 gap-1">
      <div aria-hidden className="grid grid-cols-5 gap-1">
        {LEVELS.map((level) => (
          <span key={level} className={clsx('h-1 rounded-full forced-colors:border', strength !== null && level <= strength ? clsx(FILL[strength], 'forced-colors:bg-[CanvasText]') : 'bg-line')} />
        ))}
      </div>
      <p role="status" className="text-13 text-ink-2">
        {strength === null ? null : t('said', { level: t(`level.${strength}`) })}
      </p>
    </div>
  );
}
