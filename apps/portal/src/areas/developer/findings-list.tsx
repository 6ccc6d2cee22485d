'use client';

import { CheckIcon, Spinner, WarningIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { JsonPlace } from './json-places';
import type { PlacedProblem } from './manifest-check';
import type { Findings } from './use-manifest-text';

type LooseTranslator = ((key: string) => string) & { has(key: string): boolean };

function ProblemRow({ problem, onShow }: { problem: PlacedProblem; onShow(place: JsonPlace): void }) {
  const t = useTranslations('developer.submit');
  const words = useTranslations('developer.problem') as unknown as LooseTranslator;
  return (
    <li className="border-t border-line">
      <button type="button" onClick={() => onShow(problem.place)} className="grid w-full gap-0.5 px-1 py-2.5 text-left hover:bg-hover">
        <span className="flex items-baseline justify-between gap-4">
          <code className="text-13 font-semibold break-all">{problem.path || t('root')}</code>
          <span className="tn-num text-12 text-ink-3">{t('line', { line: problem.line })}</span>
        </span>
        <span className="text-14 text-danger">{words.has(problem.code) ? words(problem.code) : words('other')}</span>
        <span lang="en" className="text-13 text-ink-2">
          {problem.message}
        </span>
      </button>
    </li>
  );
}

function Heading({ findings }: { findings: Findings }) {
  const t = useTranslations('developer.submit');
  if (findings.kind === 'checking') {
    return (
      <p className="flex items-center gap-2 text-14 text-ink-2">
        <Spinner size={16} />
        {t('checking')}
      </p>
    );
  }
  if (findings.kind === 'clean') {
    return (
      <p className="flex items-center gap-2 text-14 font-medium text-good">
        <CheckIcon size={16} />
        {t('clean')}
      </p>
    );
  }
  return (
    <p className="flex items-start gap-2 text-14 font-medium text-danger">
      <WarningIcon size={16} className="mt-0.5 flex-none" />
      {findings.kind === 'empty' && t('empty')}
      {findings.kind === 'syntax' && t('syntax', { line: findings.line, column: findings.column })}
      {findings.kind === 'problems' && t('problems', { count: findings.problems.length })}
    </p>
  );
}

interface FindingsListProps {
  readonly id: string;
  readonly findings: Findings;
  onShow(place: JsonPlace): void;
}

/** What is wrong with the manifest, each thing at its path; a press leads to its line. */
export function FindingsList({ id, findings, onShow }: FindingsListProps) {
  const t = useTranslations('developer.submit');
  return (
    <div id={id} aria-live="polite" className="grid grid-cols-1 gap-2">
      <Heading findings={findings} />
      {findings.kind === 'syntax' && (
        <button type="button" className="tn-link justify-self-start text-13" onClick={() => onShow({ from: findings.offset, to: findings.offset + 1 })}>
          {t('jump', { line: findings.line })}
        </button>
      )}
      {findings.kind === 'problems' && (
        <ul className="border-b border-line">
          {findings.problems.map((problem, index) => (
            <ProblemRow key={index} problem={problem} onShow={onShow} />
          ))}
        </ul>
      )}
    </div>
  );
}
