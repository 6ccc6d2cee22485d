'use client';
import clsx from 'clsx';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { Field, splitFieldTexts } from './field.js';
import type { FieldTexts } from './field.js';

export interface TextAreaFieldProps extends FieldTexts, ComponentPropsWithRef<'textarea'> {
  readonly isMono?: boolean;
}

export function TextAreaField(props: TextAreaFieldProps): ReactElement {
  const [texts, { id, isMono = false, rows = 4, className, ...rest }] = splitFieldTexts(props);
  return (
    <Field id={id} {...texts}>
      {(control) => (
        <textarea {...rest} {...control} rows={rows} className={clsx('tn-input px-3 py-2 text-14 max-md:text-16', isMono && 'font-mono', className)} />
      )}
    </Field>
  );
}
