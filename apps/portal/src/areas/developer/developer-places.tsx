import { CodeIcon, UploadIcon } from '@tenon/ui';
import { isWithin } from '../../frame/paths';

/** The console's places in the order of the rail. */
export const DEVELOPER_PLACES = [
  { key: 'versions', href: '/developer', icon: <CodeIcon />, isHere: (path: string) => path === '/developer' || isWithin(path, '/developer/versions') },
  { key: 'submit', href: '/developer/submit', icon: <UploadIcon />, isHere: (path: string) => isWithin(path, '/developer/submit') },
] as const;
