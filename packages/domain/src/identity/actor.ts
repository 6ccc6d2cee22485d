import type { SubscriptionId, TenantId, UserId } from '@tenon/kernel';

/** Where an act came from, for the audit trail; what is not known is left out. */
export interface Origin {
  readonly via: 'session' | 'api-key' | 'job' | 'command';
  /** Of the session or key; the name of the job or command. */
  readonly viaId?: string | undefined;
  /** Network address of whoever asked. */
  readonly address?: string | undefined;
  /** What their program says it is. */
  readonly userAgent?: string | undefined;
}

/** A person signed in to one company. */
export interface UserActor {
  readonly kind: 'user';
  readonly userId: UserId;
  readonly email: string;
  readonly name: string;
  readonly tenantId: TenantId;
  readonly permissions: ReadonlySet<string>;
  readonly origin?: Origin;
}

/** A program at work in one company by an API key, holding what the key does and its maker still does. */
export interface ApiKeyActor {
  readonly kind: 'api-key';
  readonly keyId: string;
  /** What its company calls it. */
  readonly name: string;
  /** Who made it. */
  readonly userId: UserId;
  readonly tenantId: TenantId;
  readonly permissions: ReadonlySet<string>;
  readonly origin?: Origin;
}

/** A person of the platform office, outside any company. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly userId: UserId;
  readonly email: string;
  readonly name: string;
  readonly permissions: ReadonlySet<string>;
  readonly origin?: Origin;
}

/** A person of the platform office who looks at one company as its people see it, for some minutes. No person of the company's, whom nobody plays. */
export interface ImpersonatorActor {
  readonly kind: 'impersonator';
  readonly impersonationId: string;
  /** Who of the office. */
  readonly userId: UserId;
  readonly tenantId: TenantId;
  readonly permissions: ReadonlySet<string>;
  readonly origin?: Origin;
}

/** An app at work for one company, holding what that company granted it and nothing else. */
export interface AppActor {
  readonly kind: 'app';
  readonly subscriptionId: SubscriptionId;
  readonly tenantId: TenantId;
  readonly permissions: ReadonlySet<string>;
  readonly origin?: Origin;
}

/** The platform itself at work inside one company: jobs, roll-ups. It answers to code review, not to permissions. */
export interface SystemActor {
  readonly kind: 'system';
  readonly tenantId: TenantId;
  readonly permissions: ReadonlySet<string>;
  readonly origin?: Origin;
}

/** A machine that asked for something, such as a gateway for what stands behind it. What it may is decided where it asks, not by permissions. */
export interface MachineActor {
  readonly kind: 'machine';
  readonly deviceId: string;
  /** What its company calls it. */
  readonly name: string;
  readonly tenantId: TenantId;
  readonly permissions: ReadonlySet<string>;
  readonly origin?: Origin;
}

/** Whoever does something. */
export type Actor = UserActor | ApiKeyActor | StaffActor | ImpersonatorActor | AppActor | MachineActor | SystemActor;
/** Whoever does something inside one company. */
export type TenantActor = UserActor | ApiKeyActor | ImpersonatorActor | AppActor | MachineActor | SystemActor;

const NOTHING: ReadonlySet<string> = new Set();

/** The platform itself, bound to one company. */
export function systemActor(tenantId: TenantId, origin?: Origin): SystemActor {
  return { kind: 'system', tenantId, permissions: NOTHING, ...(origin && { origin }) };
}

/** A machine, bound to its company. */
export function machineActor(machine: { readonly tenantId: TenantId; readonly deviceId: string; readonly name: string }, origin?: Origin): MachineActor {
  return { kind: 'machine', ...machine, permissions: NOTHING, ...(origin && { origin }) };
}
