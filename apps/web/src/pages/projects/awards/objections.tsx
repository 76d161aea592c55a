import { useQuery } from '@tanstack/react-query';

import { actionsQuery } from '../../../api/case.js';
import type { CaseView } from '../../../api/case.js';
import { usePages } from '../../../api/use-pages.js';
import { Due } from '../../../parts/due.js';
import { Paged } from '../../../parts/paged.js';
import { useTexts } from '../../../text/language.js';
import type { Round } from '../../rounds/queries.js';
import { ActPress } from '../act-press.js';
import { readObjections } from '../queries.js';
import type { Objection } from '../queries.js';
import { ObjectionWords } from './objection-words.js';

const TEXTS = {
  title: ['异议', 'Objections'],
  mine: ['我提出的异议', 'My objections'],
  none: ['没有异议。', 'No objection.'],
  OPEN: ['待答复', 'Waits for its answer'],
  UPHELD: ['异议成立', 'Upheld'],
  REJECTED: ['异议不成立', 'Rejected'],
  OUT: ['项目退出', 'the project is out'],
  AGAIN: ['重新评议', 'the project is looked at again'],
  answer: ['答复:{words}', 'Answer: {words}'],
} as const;

const TONES: Readonly<Record<string, string>> = { OPEN: 'due-soon', UPHELD: 'due-late', REJECTED: 'muted' };
const isWord = (word: string | null): word is keyof typeof TEXTS => word !== null && Object.hasOwn(TEXTS, word);

interface Props {
  readonly round: Round;
  /** The case of the round, for who may read it. */
  readonly view: CaseView | undefined;
}

/** The desk of objections for those who answer them; one's own, with the answers, for everybody else. */
export function Objections({ round, view }: Props) {
  const t = useTexts(TEXTS);
  const isOverseen = round.counts !== null;
  const pages = usePages(['live', 'round', round.caseNo, 'objections'], readObjections(round.caseNo));
  const actions = useQuery({ ...actionsQuery(round.caseNo), enabled: view !== undefined });
  if (!isOverseen && pages.rows.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t(isOverseen ? 'title' : 'mine')}</h2>
      <Paged pages={pages} empty={<p className="muted">{t('none')}</p>}>
        {(rows) => (
          <ul className="projects-activities">
            {rows.map((objection) => {
              const action = actions.data?.items.find(
                ({ kind, taskId }) => kind === 'answerObjection' && taskId === objection.taskId,
              );
              const task = view?.tasks.find(({ taskId }) => taskId === objection.taskId);
              return (
                <li key={objection.id}>
                  <ObjectionWords objection={objection} />
                  <Answer objection={objection} />
                  <span className="projects-press">
                    {task === undefined || objection.status !== 'OPEN' ? null : <Due dueAt={task.dueAt} />}
                    {action === undefined || view === undefined ? null : (
                      <ActPress view={view} action={action} about={objection.title ?? ''} />
                    )}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function Answer({ objection: { status, remedy, answer } }: { readonly objection: Objection }) {
  const t = useTexts(TEXTS);
  return (
    <p>
      <b className={TONES[status] ?? ''}>{isWord(status) ? t(status) : ''}</b>
      {isWord(remedy) ? `,${t(remedy)}` : ''}
      {answer === null ? null : <span className="projects-how">{t('answer', { words: answer })}</span>}
    </p>
  );
}
