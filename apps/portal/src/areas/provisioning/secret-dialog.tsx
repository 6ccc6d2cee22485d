'use client';

import { Button, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { CreateProvisioningKeyMutation } from '../../generated/documents';
import { KeySecret } from './key-secret';

interface SecretDialogProps {
  readonly made: CreateProvisioningKeyMutation['createProvisioningKey'];
  onClose(): void;
}

/** Shows the secret that was just made for a key. */
export function SecretDialog({ made, onClose }: SecretDialogProps) {
  const t = useTranslations('provisioning');
  const frame = useTranslations('frame');
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="lg"
      title={t('secretTitle', { name: made.key.name })}
      closeLabel={frame('close')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      }
    >
      <KeySecret made={made} />
    </Dialog>
  );
}
