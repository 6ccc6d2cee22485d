import { Skeleton } from '@tenon/ui';

export function MachineSkeleton() {
  return (
    <div className="grid gap-6" aria-hidden="true">
      <div className="grid gap-2">
        <Skeleton width={200} height={20} />
        <Skeleton width={340} height={28} />
      </div>
      <Skeleton width={320} height={32} />
      <div className="grid gap-6 lg:grid-cols-[18rem_1fr]">
        <Skeleton lines={10} />
        <Skeleton height={260} />
      </div>
    </div>
  );
}
