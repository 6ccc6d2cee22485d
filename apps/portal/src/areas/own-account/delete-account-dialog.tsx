'use client';

import { PasswordField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ApiError, codeOf } from '../../errors/api-error';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { DeleteAccountDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';

/** What is wrong with the password; all else is about the account. */
const OF_PASSWORD = ['AUTH.WRONG_PASSWORD', 'AUTH.CONFIRM_REQUIRED', 'AUTH.TOO_MANY_ATTEMPTS'];

/** The companies that would be left without an owner. */
function companiesIn(error: unknown): readonly string[] {
  const companies = error instanceof ApiError ? error.details['companies'] : undefined;
  return Array.isArray(companies) ? companies.map(String) : [];
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div className="grid gap-1">
      <h3 className="text-14 font-semibold">{title}</h3>
      <ul className="grid list-disc gap-1 pl-5 text-14 text-ink-2">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

/** Says what goes and what stays, and deletes the account for its password. Afterwards the page is left whole, so that nothing stays in memory. */
export function DeleteAccountDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('ownAccount.dialog');
  const faultLine = useFaultLine();
  const change = useChange(DeleteAccountDocument, { onDone: () => location.assign('/sign-in?left=account') });
  const isOfPassword = OF_PASSWORD.includes(codeOf(change.error));
  const companies = companiesIn(change.error);
  const send = (form: HTMLFormElement): void => {
    const password = String(new FormData(form).get('password') ?? '');
    change.mutate({ password: password === '' ? null : password });
  };
  return (
    <FormDialog title={t('title')} body={t('body')} submitLabel={t('submit')} isDestroying isPending={change.isPending} onSend={send} onClose={onClose}>
      {!isOfPassword && <FormFault error={change.error} kept={companies.length > 0 && <strong className="wrap-anywhere">{t('companies', { names: companies.join(t('comma')) })}</strong>} />}
      <List title={t('goes')} items={[t('goesAccount'), t('goesPlaces'), t('goesInbox')]} />
      <List title={t('stays')} items={[t('staysTrail'), t('staysNotes')]} />
      <PasswordField
        label={t('password')}
        hint={t('passwordHint')}
        name="password"
        autoComplete="current-password"
        showLabel={t('show')}
        hideLabel={t('hide')}
        error={isOfPassword ? faultLine(change.error) : undefined}
      />
    </FormDialog>
  );
}
