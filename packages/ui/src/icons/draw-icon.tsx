import type { ReactElement } from 'react';

export interface IconProps {
  readonly size?: number;
  /** Read aloud when given; without it the icon is decoration. */
  readonly title?: string;
  readonly className?: string;
}

export type Icon = (props: IconProps) => ReactElement;

/** An icon from one path on a 20 × 20 grid: 1.5 px strokes, square ends and mitred corners, as in a working drawing. */
export function drawIcon(path: string): Icon {
  return function DrawnIcon({ size = 20, title, className }: IconProps): ReactElement {
    const naming = title ? ({ role: 'img', 'aria-label': title } as const) : ({ 'aria-hidden': true } as const);
    return (
      <svg
        {...naming}
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        className={className}
        style={{ flex: 'none' }}
      >
        <path d={path} />
      </svg>
    );
  };
}
