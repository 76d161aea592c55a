import { useLabel, useTexts } from '../../text/language.js';
import { isSameFilter } from './board-filter.js';
import type { BoardFilter, Progress } from './season-queries.js';

const TEXTS = {
  label: ['按情况筛选', 'By what they did'],
  states: ['按办理状态筛选', 'By state'],
  all: ['全部', 'All'],
  required: ['应报送', 'Owe a return'],
  filed: ['已报送', 'Filed'],
  notFiled: ['未报送', 'Not filed'],
  late: ['逾期报送', 'Late'],
  afterClose: ['截止后报送', 'After the end'],
  never: ['未参检', 'Did not take part'],
  exempt: ['免检', 'Exempt'],
  undecided: ['待核实', 'To be verified'],
  toPublish: ['待公告', 'To be published'],
} as const;

interface Props {
  readonly progress: Progress;
  readonly filter: BoardFilter;
  readonly onChoose: (filter: BoardFilter) => void;
}

interface Named {
  readonly name: string;
  readonly count: number;
  readonly filter: BoardFilter;
  readonly late?: boolean;
}

/** The counts of a season, each of which narrows the list to those whom it counts. */
export function Counts({ progress, filter, onChoose }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const cards = cardsOf(progress).map((card) => ({ ...card, name: t(card.name) }));
  const states: Named[] = progress.states.map((state) => ({
    name: label(state),
    count: state.count,
    filter: { state: state.slug },
  }));
  return (
    <>
      <ul className="figures season-counts" aria-label={t('label')}>
        {cards.map((card) => (
          <li key={card.name}>
            <button
              type="button"
              className={card.late === true && card.count > 0 ? 'figure figure-late' : 'figure'}
              aria-pressed={isSameFilter(filter, card.filter)}
              onClick={() => onChoose(card.filter)}
            >
              <b>{card.count}</b>
              {card.name}
            </button>
          </li>
        ))}
      </ul>
      <ul className="season-states" aria-label={t('states')}>
        {states.map((state) => (
          <li key={state.name}>
            <button
              type="button"
              aria-pressed={isSameFilter(filter, state.filter)}
              onClick={() => onChoose(isSameFilter(filter, state.filter) ? {} : state.filter)}
            >
              {state.name} <b>{state.count}</b>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Card {
  readonly name: keyof typeof TEXTS;
  readonly count: number;
  readonly filter: BoardFilter;
  readonly late?: boolean;
}

/** Those that count nobody are left out, but for the four that everybody asks for. */
function cardsOf({ standings, filed, timeliness, conclusions, published }: Progress): Card[] {
  const of = (counts: Progress['standings'], wanted: string) => counts.find(({ name }) => name === wanted)?.count ?? 0;
  const all: readonly (Card & { readonly always?: boolean })[] = [
    { name: 'all', count: standings.reduce((sum, { count }) => sum + count, 0), filter: {}, always: true },
    { name: 'required', count: of(standings, 'REQUIRED'), filter: { standing: 'REQUIRED' }, always: true },
    { name: 'filed', count: of(filed, 'YES'), filter: { filed: 'YES' }, always: true },
    { name: 'notFiled', count: of(filed, 'NO'), filter: { filed: 'NO' }, always: true },
    { name: 'late', count: of(timeliness, 'LATE'), filter: { timeliness: 'LATE' }, late: true },
    { name: 'afterClose', count: of(timeliness, 'AFTER_CLOSE'), filter: { timeliness: 'AFTER_CLOSE' }, late: true },
    {
      name: 'never',
      count: of(conclusions, 'NOT_PARTICIPATED'),
      filter: { conclusion: 'NOT_PARTICIPATED' },
      late: true,
    },
    { name: 'exempt', count: of(conclusions, 'EXEMPT'), filter: { conclusion: 'EXEMPT' } },
    { name: 'undecided', count: of(standings, 'UNDECIDED'), filter: { standing: 'UNDECIDED' }, late: true },
    { name: 'toPublish', count: of(published, 'NO'), filter: { published: 'NO' } },
  ];
  return all.filter(({ count, always }) => always === true || count > 0);
}
