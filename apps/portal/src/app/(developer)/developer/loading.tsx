import { Skeleton } from '@tenon/ui';

export default function Loading() {
  return (
    <div className="grid grid-cols-1 gap-6" aria-hidden="true">
      <div className="grid grid-cols-1 gap-2">
        <Skeleton width={96} height={20} />
        <Skeleton width="40%" height={28} />
      </div>
      <Skeleton lines={8} height={24} />
    </div>
  );
}
