import type { Box, ListFilter } from '../../api/lists.js';

/** What a list can be narrowed by in its address, besides its box. */
export type FilterKey = 'q' | 'matter' | 'state' | 'kind' | 'due' | 'organisationId' | 'from' | 'to';

const DUES = ['late', 'soon', 'later'] as const;
const TASKS: readonly Box[] = ['todo', 'overdue'];

/** Which of the filters a list has. */
export const hasFilter: Readonly<Record<FilterKey, (box: Box) => boolean>> = {
  q: () => true,
  matter: () => true,
  state: () => true,
  organisationId: () => true,
  kind: (box) => TASKS.includes(box) || box === 'done',
  due: (box) => box === 'todo',
  from: (box) => !TASKS.includes(box),
  to: (box) => !TASKS.includes(box),
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks of a list; what that list does not know, or what somebody wrote wrongly, is left out. */
export function filterOf(search: URLSearchParams, box: Box): ListFilter {
  const given = (key: FilterKey) => (hasFilter[key](box) ? (search.get(key)?.trim() ?? '') : '');
  const due = DUES.find((each) => each === given('due'));
  const text = (key: Exclude<FilterKey, 'due'>, fits: (value: string) => boolean) =>
    given(key) !== '' && fits(given(key)) ? { [key]: given(key) } : {};
  const isSlug = (value: string) => /^[\w.:-]{1,60}$/.test(value);
  return {
    ...text('q', (value) => value.length <= 60),
    ...text('matter', isSlug),
    ...text('state', (value) => /^[\w,-]{1,400}$/.test(value)),
    ...text('kind', isSlug),
    ...text('organisationId', isSlug),
    ...text('from', (value) => DAY.test(value)),
    ...text('to', (value) => DAY.test(value)),
    ...(due === undefined ? {} : { due }),
  };
}

/** The address of a list, narrowed. */
export function listAddress(box: Box, filter: ListFilter = {}): string {
  const { grant: _grant, ...words } = filter;
  return `/cases?${new URLSearchParams({ box, ...words }).toString()}`;
}
