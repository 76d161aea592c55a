import { CaseStateConflict } from '../errors.js';

/** What a matter declares once: for every state, the events that are possible in it and where they lead. */
export type TransitionTable<State extends string, Event extends string = string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

/** Where an event leads. An event that the table does not name is refused with state and event (C2). */
export function next<State extends string, Event extends string>(
  table: TransitionTable<State, Event>,
  state: State,
  event: Event,
): State {
  const to = table[state][event];
  if (to === undefined) throw new CaseStateConflict(state, event);
  return to;
}

/** A state that no event leads out of: the case has ended. */
export const isFinal = <State extends string>(table: TransitionTable<State>, state: State): boolean =>
  Object.keys(table[state]).length === 0;

/** The state of that name; a name that the table does not know is refused (a case of a newer release). */
export function stateOf<State extends string>(table: TransitionTable<State>, name: string): State {
  if (!isStateOf(table, name)) throw new CaseStateConflict(name, 'continue');
  return name;
}

const isStateOf = <State extends string>(table: TransitionTable<State>, name: string): name is State =>
  Object.hasOwn(table, name);
