'use client';

import { useLocalized } from '../store/use-localized';
import { manifestOf } from './manifest-shape';

/** The app's name in a version, or its slug where the manifest does not tell. */
export function useVersionName(): (version: { manifest: unknown; slug: string }) => string {
  const localized = useLocalized();
  return ({ manifest, slug }) => {
    const read = manifestOf(manifest);
    return read ? localized(read.name) : slug;
  };
}
