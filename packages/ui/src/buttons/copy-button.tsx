'use client';
import type { ReactElement } from 'react';
import { CheckIcon, CopyIcon } from '../icons/actions.js';
import { Button } from './button.js';
import { IconButton } from './icon-button.js';
import { useCopied } from './use-copied.js';

export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly copiedLabel: string;
  /** Shows the word beside the icon. */
  readonly hasLabel?: boolean;
  readonly size?: 'sm' | 'md';
  readonly className?: string;
}

export function CopyButton({ text, label, copiedLabel, hasLabel = false, size = 'sm', className }: CopyButtonProps): ReactElement {
  const { isCopied, copy } = useCopied();
  const icon = isCopied ? <CheckIcon size={16} className="text-good" /> : <CopyIcon size={16} />;
  const shown = isCopied ? copiedLabel : label;
  const onClick = (): void => void copy(text);
  return (
    <>
      {hasLabel ? (
        <Button size={size} variant="quiet" icon={icon} onClick={onClick} className={className}>
          {shown}
        </Button>
      ) : (
        <IconButton size={size} label={shown} icon={icon} onClick={onClick} className={className} />
      )}
      <span className="sr-only" aria-live="polite">
        {isCopied ? copiedLabel : ''}
      </span>
    </>
  );
}
