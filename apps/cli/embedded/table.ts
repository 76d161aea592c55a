/** A plain table for a terminal, in which a Chinese character is two columns wide. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  return all
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function width(text: string): number {
  return text.length + (text.match(/[\u1100-\u115f\u2e80-\uffef]/g)?.length ?? 0);
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(columns - width(text));
}
