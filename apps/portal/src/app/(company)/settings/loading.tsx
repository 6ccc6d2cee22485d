import { Skeleton } from '@tenon/ui';

/** The tabs are there already; below them the page's heading and what it tells. */
export default function Loading() {
  return (
    <div className="grid grid-cols-1 gap-6" aria-hidden="true">
      <Skeleton width="40%" height={28} />
      <Skeleton lines={8} height={24} />
    </div>
  );
}
