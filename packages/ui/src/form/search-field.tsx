'use client';
import clsx from 'clsx';
import type { ReactElement } from 'react';
import { CloseIcon, SearchIcon } from '../icons/actions.js';

export interface SearchFieldProps {
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly placeholder?: string;
  readonly className?: string;
}

export function SearchField({ label, clearLabel, value, onValueChange, placeholder, className }: SearchFieldProps): ReactElement {
  return (
    <span role="search" className={clsx('tn-input flex items-center gap-2 px-3', className)}>
      <SearchIcon className="text-ink-3" />
      <input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={(event) => { onValueChange(event.target.value); }}
        onKeyDown={(event) => { if (event.key === 'Escape' && value) onValueChange(''); }}
        className="w-0 min-w-0 flex-1 self-stretch bg-transparent text-14 max-md:text-16"
      />
      {value !== '' && (
        <button type="button" aria-label={clearLabel} onClick={() => { onValueChange(''); }} className="-mr-2 grid size-8 place-items-center rounded text-ink-3 hover:text-ink max-md:size-10">
          <CloseIcon size={16} />
        </button>
      )}
    </span>
  );
}
