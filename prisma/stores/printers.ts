import type { PaperKind } from '#domain/paper/paper-kind.js';
import type { PaperRequest } from '#domain/paper/paper-request.js';
import type { PaperData } from '#domain/paper/paper-schema.js';

/** What the register of papers gives a paper. */
export interface Printed {
  readonly code: string;
  readonly docNo: string | null;
}

type Printer = (request: PaperRequest, printed: Printed) => Promise<PaperData<PaperKind>>;

/** The papers of one matter, by their kinds: puts together what one prints. Throws for a kind that the matter does not have. */
export function dataOf(
  printers: Readonly<Partial<Record<PaperKind, Printer>>>,
  request: PaperRequest,
  printed: Printed,
): Promise<PaperData<PaperKind>> {
  const print = printers[request.kind];
  if (print === undefined) throw new Error(`the matter of case ${request.caseId} has no paper ${request.kind}`);
  return print(request, printed);
}
