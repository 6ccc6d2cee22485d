'use client';
import clsx from 'clsx';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { IconButton } from '../buttons/icon-button.js';
import { formatOffset } from '../format/zone-time.js';
import { ChevronDownIcon, ChevronLeftIcon, ChevronRightIcon } from '../icons/arrows.js';
import { ClockIcon } from '../icons/things.js';
import { Popover } from '../overlays/popover.js';
import { CustomRange } from './custom-range.js';
import { formatRange } from './format-range.js';
import { PresetList } from './preset-list.js';
import { resolveRange, shiftRange } from './range.js';
import type { RangeValue } from './range.js';
import type { RangePickerLabels } from './range-labels.js';
import { useRangeShortcuts } from './use-range-shortcuts.js';

export interface RangePickerProps {
  readonly value: RangeValue;
  readonly onChange: (value: RangeValue) => void;
  readonly locale: string;
  /** The site's IANA zone; named in the control. */
  readonly timeZone: string;
  readonly labels: RangePickerLabels;
  /** The present; the clock's by default. */
  readonly nowMs?: number;
  readonly hasShortcuts?: boolean;
  /** The longest span that may be asked for. */
  readonly maxSpanMs?: number;
  readonly align?: 'start' | 'center' | 'end';
  readonly className?: string;
}

function Sheet(props: RangePickerProps & { readonly onDone: (value: RangeValue) => void }): ReactElement {
  const { value, labels, timeZone, nowMs, maxSpanMs, onDone } = props;
  const presentMs = nowMs ?? Date.now();
  return (
    <>
      <div className="grid md:grid-cols-[max-content_15rem]">
        <div className="p-2 max-md:border-b max-md:border-line md:border-r md:border-line">
          <PresetList
            label={labels.label}
            current={'preset' in value ? value.preset : undefined}
            names={labels.presets}
            onChoose={(preset) => { onDone({ preset }); }}
          />
        </div>
        <div className="p-4">
          <CustomRange initial={resolveRange(value, presentMs)} timeZone={timeZone} labels={labels} maxSpanMs={maxSpanMs} onApply={onDone} />
        </div>
      </div>
      <p className="border-t border-line px-4 py-2 text-12 text-ink-3">
        {labels.timeZone} <span className="text-ink-2">{timeZone}</span> <span className="tn-num">{formatOffset(presentMs, timeZone)}</span>
      </p>
    </>
  );
}

/** The one time control of a page: presets, from–to, back and on; the site's time zone is named. */
export function RangePicker(props: RangePickerProps): ReactElement {
  const { value, onChange, timeZone, labels, nowMs, hasShortcuts = true, align = 'end', className } = props;
  const [isOpen, setOpen] = useState(false);
  const shift = (direction: -1 | 1): void => { onChange(shiftRange(value, direction, nowMs ?? Date.now())); };
  useRangeShortcuts(hasShortcuts, { open: () => { setOpen(true); }, earlier: () => { shift(-1); }, later: () => { shift(1); } });
  const done = (next: RangeValue): void => {
    setOpen(false);
    onChange(next);
  };
  const shown = 'preset' in value ? labels.presets[value.preset] : formatRange(value, { timeZone });
  const trigger = (
    <button type="button" aria-label={`${labels.label}: ${shown}`} className="flex min-w-0 items-center gap-2 self-stretch px-2.5 text-14 hover:bg-hover focus-visible:-outline-offset-2">
      <ClockIcon size={16} className="text-ink-3" />
      <span className="tn-num truncate">{shown}</span>
      <ChevronDownIcon size={14} className="text-ink-3" />
    </button>
  );
  return (
    <div role="group" aria-label={labels.label} className={clsx('inline-flex min-w-0 items-stretch divide-x divide-line rounded border border-line bg-surface', className)}>
      <IconButton label={labels.earlier} icon={<ChevronLeftIcon size={16} />} className="w-8! rounded-r-none" onClick={() => { shift(-1); }} />
      <Popover trigger={trigger} label={labels.label} align={align} isOpen={isOpen} onOpenChange={setOpen} className="p-0!">
        <Sheet {...props} onDone={done} />
      </Popover>
      <IconButton label={labels.later} icon={<ChevronRightIcon size={16} />} className="w-8! rounded-l-none" disabled={'preset' in value} onClick={() => { shift(1); }} />
    </div>
  );
}
