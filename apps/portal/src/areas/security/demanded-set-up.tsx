'use client';

import type { CompanyListProps } from '../companies/company-list';
import { OtherWays } from './other-ways';
import { SetUpSecondFactor } from './set-up-second-factor';

interface DemandedSetUpProps {
  readonly next: string;
  /** Of the person's companies those that they may go to instead. */
  readonly others: CompanyListProps['companies'];
}

/** The set-up of a second factor that is demanded, and the ways out: another company, or none. */
export function DemandedSetUp({ next, others }: DemandedSetUpProps) {
  return (
    <div className="grid gap-8">
      {/* Loaded anew, since all that is kept of before was said to somebody who may do nothing. */}
      <SetUpSecondFactor onDone={() => location.assign(next)} />
      <OtherWays others={others} />
    </div>
  );
}
