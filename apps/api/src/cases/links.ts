/** Where a client goes on from an answer about a case. */
export function linksOf(caseNo: string) {
  const at = `/api/v1/cases/${caseNo}`;
  return { case: at, actions: `${at}/actions`, timeline: `${at}/timeline` };
}
