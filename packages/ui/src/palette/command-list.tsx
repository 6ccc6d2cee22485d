'use client';
import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { Command, CommandGroup } from './command.js';

export interface CommandListProps<C extends Command> {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly CommandGroup<C>[];
  readonly active: Command | undefined;
  readonly onPoint: (key: string) => void;
  readonly onChoose: (command: C) => void;
}

/** The element's id by which the field says what is pointed at. */
export const optionId = (list: string, key: string): string => `${list}-${key}`;

function Option<C extends Command>({ id, command, isActive, onPoint, onChoose }: { readonly id: string; readonly command: C; readonly isActive: boolean } & Pick<CommandListProps<C>, 'onPoint' | 'onChoose'>): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={box}
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={() => { onPoint(command.key); }}
      onClick={() => { onChoose(command); }}
      className={clsx('flex min-h-(--tn-control) cursor-pointer items-center gap-2.5 rounded px-2 py-1 text-14 select-none max-md:min-h-11', isActive && 'bg-hover')}
    >
      {command.icon !== undefined && <span className="flex-none text-ink-3">{command.icon}</span>}
      <span className="min-w-0 flex-1 truncate">{command.label}</span>
      {command.hint !== undefined && <span className="flex-none text-13 text-ink-2">{command.hint}</span>}
    </div>
  );
}

/** What may be chosen, kind by kind. The focus stays in the field: the list only shows what it points at. */
export function CommandList<C extends Command>({ id, label, groups, active, onPoint, onChoose }: CommandListProps<C>): ReactElement {
  return (
    <div id={id} role="listbox" aria-label={label} className="min-h-0 flex-1 overflow-y-auto p-2">
      {groups.map((group) => (
        <div key={group.key} role="group" aria-labelledby={`${id}-of-${group.key}`} className="pb-2">
          <p id={`${id}-of-${group.key}`} role="presentation" className="px-2 pt-2 pb-1 text-12 text-ink-3">
            {group.label}
          </p>
          {group.commands.map((command) => (
            <Option key={command.key} id={optionId(id, command.key)} command={command} isActive={command === active} onPoint={onPoint} onChoose={onChoose} />
          ))}
        </div>
      ))}
    </div>
  );
}
