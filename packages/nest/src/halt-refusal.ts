import { haltOf, permissionsLeft, type Halt, type Place } from '@tenon/domain/life';
import { forbidden, type AppError } from '@tenon/kernel';

/** What each halt is called, and its way on. */
const REFUSALS: Readonly<Record<Halt, readonly [code: string, message: string]>> = {
  office: ['AUTH.TENANT_SUSPENDED', 'The company is suspended by the platform: it can read, and change nothing.'],
  'trial-ended': ['AUTH.TRIAL_ENDED', 'The trial is over: the company can read, and change nothing, until a plan is chosen.'],
  unpaid: ['AUTH.TENANT_UNPAID', 'The company is suspended because of unpaid bills: it can read, and change nothing, until they are paid.'],
  closed: ['AUTH.TENANT_CLOSED', 'The company is closed. Its owner may reopen it.'],
  erased: ['AUTH.TENANT_ERASED', 'The company was erased.'],
};

/**
 * Why a permission is of no use in a company that stands here; null where that is not the reason.
 * @returns AppError (forbidden) AUTH.TENANT_SUSPENDED, AUTH.TRIAL_ENDED, AUTH.TENANT_UNPAID, AUTH.TENANT_CLOSED, AUTH.TENANT_ERASED
 */
export function haltRefusal(permission: string, place: Place): AppError | null {
  const halt = haltOf(place);
  if (halt === null || permissionsLeft([permission], place).has(permission)) return null;
  const [code, message] = REFUSALS[halt];
  return forbidden(code, message, { permission });
}
