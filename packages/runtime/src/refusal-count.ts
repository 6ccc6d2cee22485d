import { Counter, type Registry } from 'prom-client';

/** By which door what was refused came in. */
export type RefusalDoor = 'graphql' | 'subscription' | 'http';

/** More codes than the platform has; beyond them somebody makes codes up, and a figure for each would fill the memory. */
const MOST_CODES = 300;
const CODE = /^[A-Z][A-Z0-9_.]{0,63}$/;

/** Counts what the api refused, and its own faults, by door and stable code. */
export class RefusalCount {
  private readonly counter: Counter<'door' | 'code'>;
  private readonly codes = new Set<string>();

  constructor(registry: Registry) {
    this.counter = new Counter({ name: 'tenon_api_refusals_total', help: 'Errors the api answered with, by door and code', labelNames: ['door', 'code'], registers: [registry] });
  }

  count(door: RefusalDoor, code: string): void {
    this.counter.inc({ door, code: this.bounded(code) });
  }

  private bounded(code: string): string {
    if (this.codes.has(code)) return code;
    if (!CODE.test(code) || this.codes.size >= MOST_CODES) return 'OTHER';
    this.codes.add(code);
    return code;
  }
}
