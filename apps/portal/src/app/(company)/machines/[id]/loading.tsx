import { MachineSkeleton } from '../../../../areas/machine/machine-skeleton';

export default function Loading() {
  return <MachineSkeleton />;
}
