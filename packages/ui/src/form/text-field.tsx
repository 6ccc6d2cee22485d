'use client';
import clsx from 'clsx';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { Field, splitFieldTexts } from './field.js';
import type { FieldTexts } from './field.js';

export interface TextFieldProps extends FieldTexts, Omit<ComponentPropsWithRef<'input'>, 'prefix'> {
  /** Set inside the box before or after what is typed. */
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
  /** For codes, keys and addresses. */
  readonly isMono?: boolean;
}

export function TextField(props: TextFieldProps): ReactElement {
  const [texts, { id, prefix, suffix, isMono = false, className, ...rest }] = splitFieldTexts(props);
  const isBare = prefix === undefined && suffix === undefined;
  const type = clsx('text-14 max-md:text-16', isMono && 'font-mono');
  return (
    <Field id={id} {...texts}>
      {(control) =>
        isBare ? (
          <input {...rest} {...control} className={clsx('tn-input px-3', type, className)} />
        ) : (
          <span className={clsx('tn-input flex items-center gap-2 px-3', className)}>
            {prefix !== undefined && <span className="flex-none text-ink-3">{prefix}</span>}
            <input {...rest} {...control} className={clsx('w-0 min-w-0 flex-1 self-stretch bg-transparent', type)} />
            {suffix !== undefined && <span className="flex-none text-13 text-ink-3">{suffix}</span>}
          </span>
        )
      }
    </Field>
  );
}
