'use client';

import type { Menu } from '@tenon/ui';
import { cloneElement, useEffect, useRef, useState, type ComponentProps, type ComponentType, type ReactElement } from 'react';

type MenuProps = ComponentProps<typeof Menu>;

/** Once it was fetched for one menu, it is there for those that come later: they need not take a trigger's place while it is being pressed. */
let fetched: ComponentType<MenuProps> | undefined;
type Trigger = ReactElement<ComponentProps<'button'>>;

interface LazyMenuProps extends MenuProps {
  readonly trigger: Trigger;
}

/** Keeps in mind whether a trigger was pressed before anything could answer. */
function useEarlyPress(onPress: () => void) {
  const isPressed = useRef(false);
  const isClicked = useRef(false);
  const press = (): void => {
    isPressed.current = true;
    onPress();
  };
  /** A press that was let go elsewhere; who has clicked and moves on wants the menu all the same. */
  const giveUp = (): void => {
    if (!isClicked.current) isPressed.current = false;
  };
  return {
    isPressed,
    forget: (): void => {
      isPressed.current = false;
      isClicked.current = false;
    },
    handlers: {
      // A press counts from its beginning: the menu may take the trigger's place before the button is let go, and then no click follows.
      onPointerDown: press,
      onPointerLeave: giveUp,
      onPointerCancel: giveUp,
      onClick: () => {
        isClicked.current = true;
        press();
      },
    },
  };
}

/**
 * A menu whose code is fetched when somebody comes near it: its trigger is there from the first paint, and the menu stands behind it by the time it is
 * pressed. Pressed earlier, it opens as soon as it can.
 */
export function LazyMenu(props: LazyMenuProps) {
  const holder = useRef<HTMLSpanElement>(null);
  const [Ready, setReady] = useState<ComponentType<MenuProps> | undefined>(() => fetched);
  const fetchMenu = (): void => {
    import('./menu-now').then(
      ({ MenuNow }) => {
        fetched = MenuNow;
        setReady(() => MenuNow);
      },
      // Out of reach for now: the next touch fetches it again.
      () => forget(),
    );
  };
  const { isPressed, forget, handlers } = useEarlyPress(fetchMenu);

  const hadFocus = useRef(false);
  useEffect(() => {
    const button = holder.current?.querySelector('button');
    if (!Ready || !button) return;
    // The button is a new element now: it takes over the focus and the press of the one before.
    if (hadFocus.current || isPressed.current) button.focus();
    if (isPressed.current) button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  }, [Ready, isPressed]);

  const trigger = cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: fetchMenu,
    onFocus: () => {
      hadFocus.current = true;
      fetchMenu();
    },
    onBlur: () => {
      hadFocus.current = false;
    },
    ...handlers,
  });
  return (
    <span ref={holder} className="contents">
      {Ready ? <Ready {...props} /> : trigger}
    </span>
  );
}
