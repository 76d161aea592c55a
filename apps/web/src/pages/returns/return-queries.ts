import { queryOptions } from '@tanstack/react-query';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';

export type ReturnView = Answer<'/api/v1/returns/{caseNo}'>;

/** A return as it stands, with its checks. */
export const returnQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'case', caseNo, 'return'],
    queryFn: () => answered(api.GET('/api/v1/returns/{caseNo}', { params: { path: { caseNo } } })),
  });
