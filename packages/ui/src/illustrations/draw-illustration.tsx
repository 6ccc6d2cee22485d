import type { ReactElement } from 'react';

export interface IllustrationProps {
  readonly className?: string;
}

export type Illustration = (props: IllustrationProps) => ReactElement;

interface Strokes {
  /** Outlines. */
  readonly main: string;
  /** Dimension and hatch lines, set lighter. */
  readonly fine: string;
  /** The one stroke that shows where the hand goes. */
  readonly accent: string;
}

/** A working drawing on a 160 × 96 sheet: outlines, dimension lines, one stroke of vermilion. */
export function drawIllustration({ main, fine, accent }: Strokes): Illustration {
  return function DrawnIllustration({ className }: IllustrationProps): ReactElement {
    return (
      <svg aria-hidden width="160" height="96" viewBox="0 0 160 96" fill="none" className={className}>
        <path d={fine} stroke="var(--tn-edge)" strokeWidth="1" opacity="0.7" />
        <path d={main} stroke="var(--tn-ink)" strokeWidth="1.5" />
        <path d={accent} stroke="var(--tn-accent)" strokeWidth="2" />
      </svg>
    );
  };
}
