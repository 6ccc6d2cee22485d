'use client';
import { Content, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { useId } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { Spinner } from '../feedback/spinner.js';
import { SearchIcon } from '../icons/actions.js';
import { useFocusReturn } from '../overlays/use-focus-return.js';
import { CommandList, optionId } from './command-list.js';
import type { Command, CommandGroup } from './command.js';
import { useActiveCommand } from './use-active-command.js';

export interface CommandPaletteProps<C extends Command = Command> {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Names the palette, its field and its list for those who hear them. */
  readonly label: string;
  readonly placeholder: string;
  readonly typed: string;
  readonly onType: (text: string) => void;
  /** What fits what was typed; kinds with nothing are left out. */
  readonly groups: readonly CommandGroup<C>[];
  readonly onChoose: (command: C) => void;
  /** Stands where nothing fits. */
  readonly empty: ReactNode;
  readonly isLoading?: boolean;
  /** Said when the list has changed, such as how many fit. */
  readonly countText: string;
  /** Which keys do what. */
  readonly footer?: ReactNode;
}

interface FieldProps extends Pick<CommandPaletteProps, 'label' | 'placeholder' | 'typed' | 'onType' | 'isLoading'> {
  readonly listId: string;
  readonly active: Command | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Field({ listId, active, onKeyDown, label, placeholder, typed, onType, isLoading = false }: FieldProps): ReactElement {
  return (
    <div className="flex items-center gap-3 border-b border-line px-4">
      <SearchIcon className="flex-none text-ink-3" />
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={active !== undefined}
        aria-controls={active && listId}
        aria-activedescendant={active && optionId(listId, active.key)}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        placeholder={placeholder}
        value={typed}
        onChange={(event) => { onType(event.target.value); }}
        onKeyDown={onKeyDown}
        className="h-12 min-w-0 flex-1 bg-transparent text-16 outline-none"
      />
      {isLoading && <Spinner size={16} />}
    </div>
  );
}

/** One field from which everything is reached: typed for, pointed at by arrows, chosen by Enter. */
export function CommandPalette<C extends Command>(props: CommandPaletteProps<C>): ReactElement {
  const { isOpen, onOpenChange, label, placeholder, typed, groups, onChoose, empty, isLoading = false, countText, footer } = props;
  const listId = useId();
  const focus = useFocusReturn();
  const { active, point, onKeyDown } = useActiveCommand(groups.flatMap(({ commands }) => commands), onChoose);
  const onType = (text: string): void => {
    // What comes first fits best: that is what Enter means after a letter.
    point(undefined);
    props.onType(text);
  };
  return (
    <Root open={isOpen} onOpenChange={onOpenChange}>
      <Portal>
        <Overlay className="tn-overlay fixed inset-0 z-(--z-overlay) grid items-start justify-items-center bg-scrim md:pt-[12dvh]">
          <Content aria-describedby={undefined} {...focus} className="tn-sheet flex max-h-[70dvh] w-full flex-col overflow-hidden rounded bg-surface text-ink shadow-float outline-none max-md:rounded-t-none md:w-xl">
            <Title className="sr-only">{label}</Title>
            <Field {...{ listId, active, onKeyDown, label, placeholder, typed, onType, isLoading }} />
            {active && <CommandList id={listId} label={label} groups={groups} active={active} onPoint={point} onChoose={onChoose} />}
            {!active && !isLoading && <p className="px-4 py-8 text-center text-14 text-ink-2">{empty}</p>}
            <p role="status" className="sr-only">
              {countText}
            </p>
            {footer !== undefined && <footer className="flex gap-4 border-t border-line px-4 py-2 text-12 text-ink-3 max-md:hidden">{footer}</footer>}
          </Content>
        </Overlay>
      </Portal>
    </Root>
  );
}
