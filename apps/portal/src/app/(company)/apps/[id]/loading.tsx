import { AppSkeleton } from '../../../../areas/apps/app-skeleton';

export default function Loading() {
  return <AppSkeleton />;
}
