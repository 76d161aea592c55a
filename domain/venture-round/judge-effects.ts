/** A total that a judge gave a project, in points. */
export interface Mark {
  readonly projectId: string;
  readonly judgeId: string;
  readonly points: number;
}

/**
 * How many points each judge gives above (or below) the panel on the same projects: the additive model mark = project
 * + judge, by least squares, effects adding up to 0. Also for panels in which every project has its own judges, as far
 * as shared projects connect them; a judge whom nothing connects has effect 0. Rounded to 4 decimals; the order of the
 * marks does not matter.
 */
export function judgeEffects(marks: readonly Mark[]): ReadonlyMap<string, number> {
  const judges = [...new Set(marks.map(({ judgeId }) => judgeId))].sort();
  const position = new Map(judges.map((judgeId, index) => [judgeId, index]));
  const matrix = judges.map(() => judges.map(() => 1 / judges.length));
  const right = judges.map(() => 0);
  for (const rows of byProject(marks)) {
    const mean = rows.reduce((sum, { points }) => sum + points, 0) / rows.length;
    for (const one of rows) {
      const a = position.get(one.judgeId) ?? 0;
      const row = matrix[a] ?? [];
      right[a] = (right[a] ?? 0) + one.points - mean;
      row[a] = (row[a] ?? 0) + 1;
      for (const other of rows) {
        const b = position.get(other.judgeId) ?? 0;
        row[b] = (row[b] ?? 0) - 1 / rows.length;
      }
    }
  }
  const effects = solved(matrix, right);
  return new Map(judges.map((judgeId, index) => [judgeId, Math.round((effects[index] ?? 0) * 1e4) / 1e4]));
}

function byProject(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const sorted = marks.toSorted((a, b) => (a.judgeId < b.judgeId ? -1 : 1));
  const projects = new Map<string, Mark[]>();
  for (const mark of sorted) projects.set(mark.projectId, [...(projects.get(mark.projectId) ?? []), mark]);
  return [...projects.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => rows);
}

/** Gauss–Jordan with pivoting; a column without a pivot gets 0. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const n = rows.length;
  for (let column = 0; column < n; column += 1) {
    const size = (row: number): number => Math.abs(rows[row]?.[column] ?? 0);
    let pivot = column;
    for (let row = column + 1; row < n; row += 1) if (size(row) > size(pivot)) pivot = row;
    const best = rows[pivot] ?? [];
    const head = best[column] ?? 0;
    if (Math.abs(head) < 1e-9) continue;
    rows[pivot] = rows[column] ?? [];
    rows[column] = best;
    rows.forEach((row, index) => {
      const factor = (row[column] ?? 0) / head;
      if (index === column || factor === 0) return;
      for (let at = column; at <= n; at += 1) row[at] = (row[at] ?? 0) - factor * (best[at] ?? 0);
    });
  }
  return rows.map((row, index) => {
    const head = row[index] ?? 0;
    return Math.abs(head) < 1e-9 ? 0 : (row[n] ?? 0) / head;
  });
}
