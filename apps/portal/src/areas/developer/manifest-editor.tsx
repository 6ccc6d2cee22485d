'use client';

import clsx from 'clsx';
import { useImperativeHandle, useRef, type Ref } from 'react';
import type { JsonPlace } from './json-places';
import { lineAt } from './json-places';

/** How the page moves the editor. */
export interface EditorHandle {
  /** Selects a place and brings it into view. */
  show(place: JsonPlace): void;
}

interface ManifestEditorProps {
  readonly label: string;
  readonly text: string;
  readonly faultyLines: ReadonlySet<number>;
  readonly isInvalid: boolean;
  readonly describedBy?: string;
  readonly ref?: Ref<EditorHandle>;
  onChange(text: string): void;
}

const LINE_PX = 20;
const LINES_ABOVE = 3;

/** Only the first line of a long place is selected: the rest says nothing about the problem. */
function endOfSelection(text: string, from: number, to: number): number {
  const lineEnd = text.indexOf('\n', from);
  return lineEnd < 0 ? to : Math.min(to, lineEnd);
}

/** A text area with numbered lines; lines with a problem are marked in the margin. */
export function ManifestEditor({ label, text, faultyLines, isInvalid, describedBy, ref, onChange }: ManifestEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const lineCount = text.split('\n').length;
  useImperativeHandle(ref, () => ({
    show: ({ from, to }) => {
      area.current?.focus({ preventScroll: true });
      area.current?.setSelectionRange(from, endOfSelection(text, from, to));
      box.current?.scrollTo({ top: Math.max(0, (lineAt(text, from).line - LINES_ABOVE) * LINE_PX) });
      box.current?.scrollIntoView({ block: 'nearest' });
    },
  }));
  return (
    <div ref={box} className="tn-input grid max-h-[70dvh] grid-cols-[auto_minmax(0,1fr)] overflow-y-auto font-mono text-13 leading-[20px]">
      <ol aria-hidden="true" className="border-r border-line bg-sunken py-2 text-right text-12 leading-[20px] text-ink-3 select-none">
        {Array.from({ length: lineCount }, (_, index) => (
          <li key={index} className={clsx('tn-num px-2', faultyLines.has(index + 1) && 'bg-danger-wash font-semibold text-danger')}>
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        ref={area}
        aria-label={label}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        rows={lineCount}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        className="block w-full resize-none overflow-x-auto overflow-y-hidden bg-transparent px-3 py-2 font-mono text-13 leading-[20px] whitespace-pre"
      />
    </div>
  );
}
