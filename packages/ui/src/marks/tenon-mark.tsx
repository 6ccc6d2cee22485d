import type { ReactElement } from 'react';

/* A beam with its mortise, a post with its tenon: together a T. All edges fall on whole pixels at 16 px. */
const BEAM = 'M1.5 3H22.5V10.5H15V6H9V10.5H1.5Z';
const POST = 'M10.5 7.5H13.5V12H16.5V21H7.5V12H10.5Z';

export interface TenonMarkProps {
  readonly size?: number;
  /** Read aloud when given; without it the mark is decoration. */
  readonly title?: string;
  /** `duo` sets the post in vermilion; `mono` is one colour. */
  readonly tone?: 'mono' | 'duo';
  readonly className?: string;
}

export function TenonMark({ size = 24, title, tone = 'mono', className }: TenonMarkProps): ReactElement {
  const naming = title ? ({ role: 'img', 'aria-label': title } as const) : ({ 'aria-hidden': true } as const);
  return (
    <svg {...naming} width={size} height={size} viewBox="0 0 24 24" fill="currentColor" className={className} shapeRendering="geometricPrecision">
      <path d={BEAM} />
      <path d={POST} fill={tone === 'duo' ? 'var(--tn-accent)' : undefined} />
    </svg>
  );
}

/** The mark as a file for `/icon.svg`: ink on light tabs, paper on dark ones. */
export const tenonFaviconSvg: string = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">',
  '<style>.b{fill:#1b1f27}.p{fill:#d03a1f}@media(prefers-color-scheme:dark){.b{fill:#f0efea}.p{fill:#ff6a4d}}</style>',
  `<path class="b" d="${BEAM}"/><path class="p" d="${POST}"/></svg>`,
].join('');
