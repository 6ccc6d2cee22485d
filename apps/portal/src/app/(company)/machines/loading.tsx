import { Skeleton } from '@tenon/ui';

export default function Loading() {
  return (
    <div className="grid gap-6" aria-hidden="true">
      <Skeleton width={160} height={36} />
      <Skeleton lines={8} />
    </div>
  );
}
