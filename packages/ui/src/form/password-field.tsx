'use client';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { EyeIcon, EyeOffIcon } from '../icons/actions.js';
import { TextField } from './text-field.js';
import type { TextFieldProps } from './text-field.js';

export interface PasswordFieldProps extends Omit<TextFieldProps, 'type' | 'prefix' | 'suffix'> {
  readonly showLabel: string;
  readonly hideLabel: string;
}

export function PasswordField({ showLabel, hideLabel, ...rest }: PasswordFieldProps): ReactElement {
  const [isShown, setShown] = useState(false);
  const toggle = (
    <button
      type="button"
      aria-label={isShown ? hideLabel : showLabel}
      aria-pressed={isShown}
      onClick={() => { setShown(!isShown); }}
      className="-mr-2 grid size-8 place-items-center rounded text-ink-3 hover:text-ink max-md:size-10"
    >
      {isShown ? <EyeOffIcon /> : <EyeIcon />}
    </button>
  );
  return <TextField autoCapitalize="none" spellCheck={false} {...rest} type={isShown ? 'text' : 'password'} suffix={toggle} />;
}
