import { useQuery } from '@tanstack/react-query';

import { papersQuery } from '../../api/case.js';
import { FileLink } from '../../parts/file-link.js';
import { useLabel } from '../../text/language.js';

/** The agreement among the papers of its case; nothing while it is not there, or not for this reader. */
export function AgreementPaper({
  caseNo,
  documentId,
}: {
  readonly caseNo: string;
  readonly documentId: string | null;
}) {
  const label = useLabel();
  const papers = useQuery(papersQuery(caseNo));
  const paper = papers.data?.items.find(({ id }) => id === documentId);
  return paper === undefined ? null : (
    <FileLink address={paper.file} name={[label(paper), paper.docNo].filter(Boolean).join(' ')} />
  );
}
