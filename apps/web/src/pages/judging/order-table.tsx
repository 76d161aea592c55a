import { labelOf } from '#domain/terms/term.js';
import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { StackTable } from '../../parts/stack-table.js';
import { useLabel, useTexts } from '../../text/language.js';
import type { Slot, Stage } from '../hall/use-stage.js';

const TEXTS = {
  title: ['路演顺序', 'Order of presentation'],
  place: ['次序', 'No.'],
  project: ['项目', 'Project'],
  class: ['类别', 'Class'],
  state: ['状态', 'State'],
  locked: ['已锁定评委', 'Judges locked'],
  score: ['得分', 'Score'],
  rank: ['同类名次', 'Rank in class'],
  WAITING: ['待上台', 'Waiting'],
  ON: ['正在台上', 'On stage'],
  DONE: ['已路演', 'Presented'],
  proof: ['顺序是怎样抽出来的', 'How it was drawn'],
  seed: ['种子(系统随机产生)', 'Seed (drawn by the system)'],
  word: ['现场口令', 'Word of the hall'],
  noWord: ['未说口令', 'none'],
  again: [
    '把全部入围项目按内部编号排好,以“种子换行口令”(未说口令时只用种子)为随机数种子洗牌,即得此顺序。种子和口令已公开,任何人都能重抽核对。',
    'All projects are sorted by id and shuffled with random numbers from "seed, line feed, word" (the seed alone without a word). Both are public, so anybody can draw it again.',
  ],
} as const;

/** The order as it was drawn, how far it is, and what has come of it so far. */
export function OrderTable({ stage }: { readonly stage: Stage }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <StackTable
        columns={[
          { name: t('place'), number: true },
          { name: t('project') },
          { name: t('class') },
          { name: t('state') },
          { name: t('locked'), number: true },
          { name: t('score'), number: true },
          { name: t('rank'), number: true },
        ]}
      >
        {stage.slots.map((slot) => (
          <tr key={slot.projectId} className={slot.projectId === stage.onStage ? 'judging-row-on' : ''}>
            <td data-name={t('place')} className="number">
              {slot.position}
            </td>
            <th scope="row">{slot.title}</th>
            <td data-name={t('class')}>{label(labelOf(PROJECT_CLASSES, slot.class))}</td>
            <td data-name={t('state')}>{t(stateOf(slot, stage))}</td>
            <td data-name={t('locked')} className="number">
              {slot.locked} / {slot.judges}
            </td>
            <td data-name={t('score')} className="number">
              {slot.result?.score ?? '—'}
            </td>
            <td data-name={t('rank')} className="number">
              {slot.result?.rank ?? '—'}
            </td>
          </tr>
        ))}
      </StackTable>
      <details className="why">
        <summary>{t('proof')}</summary>
        <dl className="facts">
          <div>
            <dt>{t('seed')}</dt>
            <dd className="judging-code">{stage.seed}</dd>
          </div>
          <div>
            <dt>{t('word')}</dt>
            <dd className="judging-code">{stage.word ?? t('noWord')}</dd>
          </div>
        </dl>
        <p className="muted">{t('again')}</p>
      </details>
    </section>
  );
}

function stateOf({ projectId, calledAt }: Slot, { onStage }: Stage): 'WAITING' | 'ON' | 'DONE' {
  if (projectId === onStage) return 'ON';
  return calledAt === null ? 'WAITING' : 'DONE';
}
