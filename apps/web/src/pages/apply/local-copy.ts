import { entriesOf } from '../../api/entries.js';

const keyOf = (id: string) => `banjie.draft.${id}`;

/** Keeps what was written in this browser, over the version that it goes on from. */
export function keepCopy(id: string, version: number, data: Readonly<Record<string, unknown>>): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify({ version, data }));
  } catch {
    // A full or closed storage: the server's copy is the one that counts.
  }
}

/** What this browser kept of that version; null when there is nothing that the server lacks. */
export function keptCopy(id: string, version: number): Readonly<Record<string, unknown>> | null {
  try {
    const kept = new Map(entriesOf(JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null')));
    return kept.get('version') === version ? Object.fromEntries(entriesOf(kept.get('data'))) : null;
  } catch {
    return null;
  }
}

/** The server has it all. */
export function forgetCopy(id: string): void {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // Nothing was kept.
  }
}

const FILES = 'banjie.files';

/** The name under which a file was chosen here; the interface knows a file of a draft by its id only. */
export function fileNameOf(id: string): string | null {
  try {
    const name = new Map(entriesOf(JSON.parse(localStorage.getItem(FILES) ?? '{}'))).get(id);
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}

/** Remembers the name of a file. */
export function rememberFile({ id, name }: { readonly id: string; readonly name: string }): void {
  try {
    const known = Object.fromEntries(entriesOf(JSON.parse(localStorage.getItem(FILES) ?? '{}')).slice(-200));
    localStorage.setItem(FILES, JSON.stringify({ ...known, [id]: name }));
  } catch {
    // It is shown without its name.
  }
}
