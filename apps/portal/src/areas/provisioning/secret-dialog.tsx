'use client';

import { OnceDialog } from '../../frame/once-dialog';
import type { CreateProvisioningKeyMutation } from '../../generated/documents';
import { useShownSecret } from './use-shown-secret';

interface SecretDialogProps {
  readonly made: CreateProvisioningKeyMutation['createProvisioningKey'];
  onClose(): void;
}

/** Shows the secret that was just made for a key. */
export function SecretDialog({ made, onClose }: SecretDialogProps) {
  const shownOf = useShownSecret();
  return <OnceDialog onClose={onClose} shown={shownOf(made)} />;
}
