import type { TransitionTable } from './transitions.js';

/** What a guide says of an event: its name, who brings it about, within which limit. */
export interface EventLabel {
  readonly zh: string;
  readonly by: string;
  readonly limit: string;
}

/** A state table as the officials' guides print it, head first: state, event, who, limit, state after it. */
export function stateRows<State extends string, Event extends string>(
  table: TransitionTable<State, Event>,
  states: Readonly<Record<State, { readonly zh: string }>>,
  events: Readonly<Record<Event, EventLabel>>,
): readonly (readonly string[])[] {
  const rows = entries<State, Readonly<Partial<Record<Event, State>>>>(table).flatMap(([from, possible]) =>
    entries<Event, State>(possible).map(([event, to]) => {
      const { zh, by, limit } = events[event];
      return [states[from].zh, zh, by, limit, states[to].zh];
    }),
  );
  return [['状态', '办理', '由谁', '期限', '办理后状态'], ...rows];
}

/** The entries of a table under the names that its type declares. */
function entries<Name extends string, Value>(
  table: Readonly<Partial<Record<Name, Value>>>,
): (readonly [Name, Value])[] {
  const found: (readonly [Name, Value])[] = [];
  for (const name in table) {
    const value = table[name];
    if (value !== undefined) found.push([name, value]);
  }
  return found;
}
