'use client';
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { WarningIcon } from '../icons/things.js';

export interface FormErrorProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** The error's code, to quote to whoever helps. */
  readonly code?: string;
  /** One line a fault; with the field's id the line leads there. */
  readonly items?: readonly { readonly fieldId?: string; readonly text: ReactNode }[];
}

function jumpTo(fieldId: string): void {
  const field = document.getElementById(fieldId);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** At the head of a form that was refused: takes the focus, so that nobody waits for what will not come. */
export function FormError({ title, children, code, items = [] }: FormErrorProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.focus(); }, [title]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="flex gap-3 border-l-2 border-danger bg-danger-wash py-3 pr-4 pl-3 text-14 outline-none">
      <WarningIcon className="text-danger" />
      <div className="min-w-0 flex-1 space-y-1">
        <p className="font-medium text-ink">{title}</p>
        {children !== undefined && <div className="text-13 text-ink-2">{children}</div>}
        {items.length > 0 && (
          <ul className="space-y-1 text-13 text-ink-2">
            {items.map(({ fieldId, text }, index) => (
              <li key={fieldId ?? index}>
                {fieldId === undefined ? text : <button type="button" className="tn-link text-left max-md:-my-1 max-md:min-h-10" onClick={() => { jumpTo(fieldId); }}>{text}</button>}
              </li>
            ))}
          </ul>
        )}
        {code !== undefined && <p className="font-mono text-12 text-ink-2">{code}</p>}
      </div>
    </div>
  );
}
