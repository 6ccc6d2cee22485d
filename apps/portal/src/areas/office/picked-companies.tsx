'use client';

import { CloseIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';

export interface PickedCompany {
  readonly id: string;
  readonly name: string;
}

/** Those that were chosen, each with the way to leave it out again. */
export function PickedCompanies({ picked, onDrop }: { picked: readonly PickedCompany[]; onDrop: (id: string) => void }) {
  const t = useTranslations('office.picker');
  if (picked.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {picked.map(({ id, name }) => (
        <li key={id} className="flex max-w-full items-center rounded bg-sunken pl-2.5 text-14">
          <span className="truncate">{name}</span>
          <button type="button" aria-label={t('drop', { name })} onClick={() => onDrop(id)} className="grid size-8 place-items-center rounded text-ink-3 hover:text-ink max-md:size-10">
            <CloseIcon size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}
