'use client';

import { Button, DescriptionList, Dialog, ExactTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useViewer } from '../../viewer/viewer-context';
import { contentOf, type Change } from './changes';
import { useAuditWords } from './use-audit-words';
import { useValueWords } from './use-value-words';
import { Who, type AuditLine } from './who';

function Side({ text, tone }: { text: string | null; tone: 'before' | 'after' }) {
  if (text === null) return <span className="text-ink-3">—</span>;
  return tone === 'before' ? <del className="break-all text-ink-3">{text}</del> : <ins className="break-all no-underline">{text}</ins>;
}

/** What is another now, side by side; one below the other on a phone. */
function Changes({ action, changes }: { action: string; changes: readonly Change[] }) {
  const t = useTranslations('audit.entry');
  const words = useAuditWords();
  const valueWords = useValueWords(action, useViewer().tenant.timeZone);
  const sideOf = (path: Change['path'], value: unknown): string | null => (value === null ? null : valueWords(path, value));
  return (
    <section aria-label={t('changes')}>
      <div className="grid grid-cols-[8rem_1fr_1fr] gap-x-4 pb-1 text-13 text-ink-3 max-sm:hidden" aria-hidden="true">
        <span />
        <span>{t('before')}</span>
        <span>{t('after')}</span>
      </div>
      <dl>
        {changes.map(({ path, before, after }) => (
          <div key={path.join(' ')} className="grid gap-x-4 gap-y-0.5 border-t border-line py-2 text-14 sm:grid-cols-[8rem_1fr_1fr]">
            <dt className="text-ink-3">{words.field(action, path)}</dt>
            <dd>
              <span className="sr-only">{t('before')}</span> <Side text={sideOf(path, before)} tone="before" />
            </dd>
            <dd>
              <span className="sr-only">{t('after')}</span> <Side text={sideOf(path, after)} tone="after" />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function useFacts(entry: AuditLine) {
  const t = useTranslations('audit.entry');
  const words = useAuditWords();
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const valueWords = useValueWords(entry.action, timeZone);
  const own = contentOf(entry.details).facts.map(({ path, value }) => ({ key: `of ${path.join(' ')}`, term: words.field(entry.action, path), detail: valueWords(path, value) }));
  const from = [entry.via && t(`via.${entry.via}`), entry.address].filter(Boolean).join(' · ');
  return [
    ...own,
    { key: 'at', term: t('at'), detail: <ExactTime at={entry.at} locale={locale} timeZone={timeZone} precision="second" /> },
    { key: 'who', term: t('who'), detail: <Who entry={entry} /> },
    { key: 'from', term: t('from'), detail: from || t('unknown') },
    ...(entry.userAgent ? [{ key: 'program', term: t('program'), detail: entry.userAgent }] : []),
    { key: 'number', term: t('number'), detail: <span className="tn-num">{entry.id}</span> },
    { key: 'hash', term: t('hash'), detail: <code className="text-12 break-all">{entry.hash}</code> },
  ];
}

interface EntryDialogProps {
  readonly entry: AuditLine;
  onClose(): void;
  /** Shows only what happened to the same thing. */
  onFollow(subjectKind: string, subjectId: string): void;
}

/** One entry with all it says. */
export function EntryDialog({ entry, onClose, onFollow }: EntryDialogProps) {
  const t = useTranslations('audit.entry');
  const frame = useTranslations('frame');
  const words = useAuditWords();
  const facts = useFacts(entry);
  const { changes } = contentOf(entry.details);
  const { subjectKind, subjectId } = entry;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="lg"
      title={words.action(entry.action)}
      closeLabel={frame('close')}
      footer={subjectId && <Button onClick={() => onFollow(subjectKind, subjectId)}>{t('follow', { kind: words.kind(subjectKind) })}</Button>}
    >
      <div className="grid gap-5">
        {changes.length > 0 && <Changes action={entry.action} changes={changes} />}
        <DescriptionList items={facts} />
      </div>
    </Dialog>
  );
}
