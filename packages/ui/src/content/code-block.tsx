'use client';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { CopyButton } from '../buttons/copy-button.js';

export interface CodeBlockProps {
  readonly code: string;
  /** Names the block for those who hear it. */
  readonly label: string;
  readonly title?: ReactNode;
  readonly language?: string;
  readonly copyLabel: string;
  readonly copiedLabel: string;
  readonly isWrapped?: boolean;
  readonly maxHeight?: number | string;
  readonly className?: string;
}

/** Code to take away: what is copied is exactly `code`. */
export function CodeBlock({ code, label, title, language, copyLabel, copiedLabel, isWrapped = false, maxHeight, className }: CodeBlockProps): ReactElement {
  return (
    <figure aria-label={label} className={clsx('overflow-hidden rounded border border-line bg-sunken', className)}>
      <figcaption className="flex items-center justify-between gap-3 border-b border-line py-0.5 pr-1 pl-3 text-13 text-ink-2">
        <span className="flex min-w-0 items-baseline gap-2">
          {title !== undefined && <span className="truncate font-medium">{title}</span>}
          {language !== undefined && <span className="font-mono text-12 text-ink-3">{language}</span>}
        </span>
        <CopyButton text={code} label={copyLabel} copiedLabel={copiedLabel} hasLabel />
      </figcaption>
      <pre tabIndex={0} style={{ maxHeight }} className={clsx('overflow-auto p-3 font-mono text-13 focus-visible:-outline-offset-2', isWrapped && 'break-all whitespace-pre-wrap')}>
        <code>{code}</code>
      </pre>
    </figure>
  );
}
