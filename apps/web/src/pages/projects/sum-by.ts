/** What amounts of one source come to, in fen. */
export const sumBy = (amounts: readonly { readonly source: string; readonly fen: number }[], source: string): number =>
  amounts.filter((each) => each.source === source).reduce((sum, { fen }) => sum + fen, 0);
