import { Button, InputNumber } from 'antd';
import { useState } from 'react';

import { Choice } from '../../parts/choice.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import { useAct } from '../case/use-act.js';
import type { Stage } from '../hall/use-stage.js';

const TEXTS = {
  title: ['请上台', 'Call to the stage'],
  project: ['项目', 'Project'],
  minutes: ['分钟', 'Minutes'],
  choose: ['请选择', 'Choose'],
  again: ['{n}. {title}(已上过台)', '{n}. {title} (was on stage)'],
  one: ['{n}. {title}', '{n}. {title}'],
  call: ['请上台', 'Call to the stage'],
  all: ['全部项目都已上台。', 'Every project was on stage.'],
} as const;

const MINUTES = 8;
const LONGEST = 120;
const KEY = 'banjie.stage.minutes';

/** The next project of the order, for so many minutes; another one can be chosen. */
export function CallForm({ stage }: { readonly stage: Stage }) {
  const t = useTexts(TEXTS);
  const next = stage.slots.find(({ calledAt }) => calledAt === null);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [minutes, setMinutes] = useState(keptMinutes);
  const act = useAct(stage.caseNo, () => setChosen(undefined));
  const projectId = chosen ?? next?.projectId;
  const call = () => {
    keepMinutes(minutes);
    act.send({
      ...{ kind: 'callToStage', taskId: null, seenSeq: null, attachments: [] },
      facts: { projectId, minutes },
    });
  };
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {next === undefined ? <p className="muted">{t('all')}</p> : null}
      <div className="judging-call">
        <Choice
          label={t('project')}
          value={projectId}
          empty={t('choose')}
          options={stage.slots.map(({ projectId: value, position, title, calledAt }) => ({
            value,
            label: t(calledAt === null ? 'one' : 'again', { n: position, title }),
          }))}
          onChange={setChosen}
        />
        <InputNumber
          aria-label={t('minutes')}
          min={1}
          max={LONGEST}
          precision={0}
          value={minutes}
          suffix={t('minutes')}
          onChange={(value) => setMinutes(value ?? MINUTES)}
        />
        <Button type="primary" disabled={projectId === undefined} loading={act.busy} onClick={call}>
          {t('call')}
        </Button>
      </div>
      <Refusal error={act.error} />
    </section>
  );
}

function keptMinutes(): number {
  const kept = Number(localStorage.getItem(KEY));
  return Number.isInteger(kept) && kept >= 1 && kept <= LONGEST ? kept : MINUTES;
}

function keepMinutes(minutes: number): void {
  try {
    localStorage.setItem(KEY, String(minutes));
  } catch {
    // It is typed again.
  }
}
