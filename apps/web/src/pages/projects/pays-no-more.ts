import type { CaseView } from '../../api/case.js';

const OVER: readonly string[] = ['TERMINATED', 'RECOVERING', 'CLOSED_RECOVERED', 'DECLINED'];

/** Whether nothing is paid to the project any more: it was ended before its time, or its case is closed. */
export const paysNoMore = ({ state, closedAt }: CaseView): boolean => closedAt !== null || OVER.includes(state.slug);
