'use client';

import { Button, Dialog, TextField, TrashIcon } from '@tenon/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { useFaultLine } from '../../errors/use-fault-line';
import type { View, Views } from './use-views';

interface ViewRowProps {
  readonly view: View;
  readonly views: Views;
}

/** One view: another name, whether the list begins with it, and its end. It is a filter, quickly made anew: nobody is asked twice. */
function ViewRow({ view, views }: ViewRowProps) {
  const t = useTranslations('frame.views');
  const faultLine = useFaultLine();
  const update = useMutation({ mutationFn: views.update });
  const remove = useMutation({ mutationFn: views.remove });
  const { id, name, isDefault } = view;
  const rename = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    update.mutate({ id, name: String(new FormData(event.currentTarget).get('name') ?? '') });
  };
  return (
    <li className="grid gap-2 border-t border-line py-3 first:border-t-0">
      <form onSubmit={rename} noValidate className="flex items-end gap-2">
        <TextField label={t('renameLabel', { name })} isLabelHidden name="name" defaultValue={name} maxLength={40} autoComplete="off" error={faultLine(update.error ?? remove.error)} fieldClassName="min-w-0 flex-1" />
        <Button type="submit" isLoading={update.isPending}>
          {t('rename')}
        </Button>
      </form>
      <span className="flex flex-wrap gap-2">
        <Button size="sm" aria-pressed={isDefault} onClick={() => update.mutate({ id, isDefault: !isDefault })}>
          {t(isDefault ? 'dropDefault' : 'makeDefault', { name })}
        </Button>
        <Button size="sm" icon={<TrashIcon size={16} />} aria-label={t('deleteLabel', { name })} isLoading={remove.isPending} onClick={() => remove.mutate(id)}>
          {t('delete')}
        </Button>
      </span>
    </li>
  );
}

/** Somebody's views of a list. */
export function ManageViews({ views, onClose }: { views: Views; onClose: () => void }) {
  const t = useTranslations('frame');
  const all = views.all ?? [];
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={t('views.manageTitle')} closeLabel={t('close')} size="sm" footer={<Button onClick={onClose}>{t('close')}</Button>}>
      {all.length === 0 ? (
        <p className="text-14 text-ink-2">{t('views.none')}</p>
      ) : (
        <ul>
          {all.map((view) => (
            <ViewRow key={`${view.id} ${view.name}`} view={view} views={views} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}
