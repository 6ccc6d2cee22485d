'use client';

import { Checkbox } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useFaultToast } from '../../frame/use-fault-toast';
import { ChooseNoticeDocument, type NoticeChoicesQuery } from '../../generated/documents';
import { useLocalized } from '../store/use-localized';

type Choice = NoticeChoicesQuery['noticeChoices'][number];
type Way = Choice['ways'][number];

interface WayCellProps {
  readonly choice: Choice;
  readonly way: Way;
  onChosen(): Promise<unknown>;
}

/** Takes effect at once; while it is on its way it shows what was pressed. */
function WayCell({ choice, way, onChosen }: WayCellProps) {
  const t = useTranslations('notices.choices');
  const text = useLocalized();
  const say = useFaultToast();
  const choose = useChange(ChooseNoticeDocument, { onDone: onChosen });
  if (way.isOn === null || way.isOn === undefined) return <span title={t('never')}>—</span>;
  // A box that nobody can untick would be a control that lies.
  if (way.isFixed) return <span className="text-13">{t('always')}</span>;
  const shown = choose.isPending ? choose.variables.input.isOn : way.isOn;
  return (
    <Checkbox
      label={t('wayLabel', { kind: text(choice.title), way: t(`ways.${way.channel}`) })}
      isLabelHidden
      checked={shown}
      disabled={choose.isPending}
      onCheckedChange={(isOn) => choose.mutate({ input: { kind: choice.kind, channel: way.channel, isOn } }, { onError: say })}
    />
  );
}

/** Kinds by ways. */
export function ChoiceTable({ choices, onChosen }: { choices: readonly Choice[]; onChosen: () => Promise<unknown> }) {
  const t = useTranslations('notices.choices');
  const text = useLocalized();
  const channels = choices[0]?.ways.map(({ channel }) => channel) ?? [];
  return (
    <table className="w-full text-left text-14">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr className="border-b border-line text-13 text-ink-3">
          <th scope="col" className="py-2 font-medium">{t('kind')}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col" className="w-20 py-2 text-center font-medium">
              {t(`ways.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {choices.map((choice) => (
          <tr key={choice.kind} className="border-b border-line">
            <th scope="row" className="py-3 pr-4 font-normal">{text(choice.title)}</th>
            {choice.ways.map((way) => (
              <td key={way.channel} className="py-3 text-center text-ink-3">
                <WayCell choice={choice} way={way} onChosen={onChosen} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
