import { labelOf } from '#domain/terms/term.js';
import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
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
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th className="number">{t('place')}</th>
              <th>{t('project')}</th>
              <th>{t('class')}</th>
              <th>{t('state')}</th>
              <th className="number">{t('locked')}</th>
              <th className="number">{t('score')}</th>
              <th className="number">{t('rank')}</th>
            </tr>
          </thead>
          <tbody>
            {stage.slots.map((slot) => (
              <tr key={slot.projectId} className={slot.projectId === stage.onStage ? 'judging-row-on' : ''}>
                <td className="number">{slot.position}</td>
                <th scope="row">{slot.title}</th>
                <td>{label(labelOf(PROJECT_CLASSES, slot.class))}</td>
                <td>{t(stateOf(slot, stage))}</td>
                <td className="number">
                  {slot.locked} / {slot.judges}
                </td>
                <td className="number">{slot.result?.score ?? '—'}</td>
                <td className="number">{slot.result?.rank ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
