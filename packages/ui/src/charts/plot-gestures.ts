import type uPlot from 'uplot';
import type { InstantRange } from '../range/range.js';
import { panned, pinched, zoomed } from './pan-zoom.js';
import type { Latest, PlotContext } from './plot-context.js';

const viewOf = (plot: uPlot): InstantRange => ({ fromMs: plot.scales['x']?.min ?? 0, toMs: plot.scales['x']?.max ?? 1 });

function show(plot: uPlot, { fromMs, toMs }: InstantRange): void {
  plot.setScale('x', { min: fromMs, max: toMs });
}

/**
 * One finger slides, two fingers stretch; the mouse slides with Shift held and stretches with Ctrl and the wheel. Up and down
 * stays with the page.
 */
export function bindGestures(plot: uPlot, latest: Latest<PlotContext>): () => void {
  const { over } = plot;
  const pointers = new Map<number, number>();
  const abort = new AbortController();
  let begun: { readonly view: InstantRange; readonly at: readonly number[] } | undefined;
  const across = (event: PointerEvent | WheelEvent): number => {
    const box = over.getBoundingClientRect();
    return (event.clientX - box.left) / box.width;
  };
  const begin = (): void => { begun = { view: viewOf(plot), at: [...pointers.values()] }; };
  const listen = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void, options: AddEventListenerOptions = {}): void => {
    over.addEventListener(type, act, { ...options, signal: abort.signal });
  };
  listen('pointerdown', (event) => {
    if (event.pointerType === 'mouse' && !event.shiftKey) return;
    over.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, across(event));
    begin();
  });
  listen('pointermove', (event) => {
    if (!begun || !pointers.has(event.pointerId)) return;
    pointers.set(event.pointerId, across(event));
    const [a = 0, b] = begun.at;
    const [c = 0, d] = [...pointers.values()];
    show(plot, b === undefined || d === undefined ? panned(begun.view, a - c) : pinched(begun.view, [a, b], [c, d]));
  });
  const end = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    if (pointers.size > 0) {
      begin();
      return;
    }
    const [before, after] = [begun?.view, viewOf(plot)];
    begun = undefined;
    if (before && before.fromMs !== after.fromMs) latest.current.onRange(after);
  };
  listen('pointerup', end);
  listen('pointercancel', end);
  listen('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    latest.current.onRange(zoomed(viewOf(plot), event.deltaY > 0 ? 1.25 : 0.8, across(event)));
  }, { passive: false });
  return () => { abort.abort(); };
}

const KEYS: Readonly<Record<string, (view: InstantRange) => InstantRange>> = {
  ArrowLeft: (view) => panned(view, -0.25),
  ArrowRight: (view) => panned(view, 0.25),
  '+': (view) => zoomed(view, 0.5),
  '=': (view) => zoomed(view, 0.5),
  '-': (view) => zoomed(view, 2),
};

/** The same by keys: arrows slide, + and − stretch, 0 goes back. True if the key meant something. */
export function pressKey(key: string, context: Pick<PlotContext, 'view' | 'onRange' | 'onReset'>): boolean {
  if (key === '0') context.onReset();
  const act = KEYS[key];
  if (act) context.onRange(act(context.view));
  return key === '0' || act !== undefined;
}
