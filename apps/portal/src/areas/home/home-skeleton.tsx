import { Skeleton } from '@tenon/ui';

export function HomeSkeleton() {
  return (
    <div className="grid gap-8" aria-hidden="true">
      <div className="grid gap-2">
        <Skeleton width={180} height={36} />
        <Skeleton width={320} height={20} />
      </div>
      <div className="grid gap-px border-y border-line sm:grid-cols-2 xl:grid-cols-4">
        {['a', 'b', 'c', 'd'].map((key) => (
          <div key={key} className="p-4">
            <Skeleton height={132} />
          </div>
        ))}
      </div>
    </div>
  );
}
