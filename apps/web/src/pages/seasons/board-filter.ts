import { STANDINGS, CONCLUSIONS, isKeyOf, TIMELINESS } from './season-words.js';
import type { BoardFilter } from './season-queries.js';

/** What the address narrows the board to; what is no filter of it counts as not chosen. */
export function filterOf(search: URLSearchParams): BoardFilter {
  const [standing, state, timeliness, conclusion, words] = [
    'standing',
    'state',
    'timeliness',
    'conclusion',
    'search',
  ].map((name) => search.get(name) ?? '');
  const yesNo = (name: string) => (['YES', 'NO'] as const).find((each) => each === search.get(name));
  const [filed, published] = [yesNo('filed'), yesNo('published')];
  return {
    ...(standing !== undefined && isKeyOf(STANDINGS, standing) ? { standing } : {}),
    ...(state ? { state } : {}),
    ...(filed === undefined ? {} : { filed }),
    ...(timeliness !== undefined && isKeyOf(TIMELINESS, timeliness) ? { timeliness } : {}),
    ...(conclusion !== undefined && isKeyOf(CONCLUSIONS, conclusion) ? { conclusion } : {}),
    ...(published === undefined ? {} : { published }),
    ...(words ? { search: words } : {}),
  };
}

/** A filter as the query of an address. */
export const queryOf = (filter: object): URLSearchParams =>
  new URLSearchParams(Object.entries(filter).map(([name, value]): [string, string] => [name, String(value)]));

/** Whether two filters narrow to the same. */
export const isSameFilter = (one: BoardFilter, other: BoardFilter): boolean => {
  const [first, second] = [queryOf(one), queryOf(other)];
  first.sort();
  second.sort();
  return first.toString() === second.toString();
};
