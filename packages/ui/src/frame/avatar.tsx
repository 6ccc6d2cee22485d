import clsx from 'clsx';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { ChevronDownIcon } from '../icons/arrows.js';

/** The one or two signs a name goes by: 王小明 → 小明, Ada Lovelace → AL. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  if (/\p{Script=Han}/u.test(first)) return [...first].slice(-2).join('');
  return words.slice(0, 2).map((word) => ([...word][0] ?? '').toUpperCase()).join('');
}

export interface AvatarProps {
  readonly name: string;
  readonly size?: number;
  readonly className?: string;
}

export function Avatar({ name, size = 28, className }: AvatarProps): ReactElement {
  return (
    <span aria-hidden style={{ width: size, height: size }} className={clsx('grid flex-none place-items-center rounded bg-ink text-12 font-medium text-on-ink', className)}>
      {initials(name)}
    </span>
  );
}

export interface PersonButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly name: string;
  readonly detail?: ReactNode;
  /** What pressing it opens. */
  readonly label: string;
}

/** The trigger of the person's menu in the header. */
export function PersonButton({ name, detail, label, className, ...rest }: PersonButtonProps): ReactElement {
  return (
    <button type="button" {...rest} className={clsx('flex min-h-(--tn-control) items-center gap-2 rounded px-1.5 text-left hover:bg-hover', className)}>
      <Avatar name={name} />
      <span className="sr-only">{label}</span>
      <span className="sr-only lg:hidden">{name}</span>
      <span className="hidden min-w-0 lg:block">
        <span className="block max-w-32 truncate text-13 leading-tight font-medium">{name}</span>
        {detail !== undefined && <span className="block max-w-32 truncate text-12 leading-tight text-ink-3">{detail}</span>}
      </span>
      <ChevronDownIcon size={14} className="hidden text-ink-3 lg:block" />
    </button>
  );
}
