import { z } from 'zod';

import '../../api/no-run-time-code.js';
import type { ChangeOf } from './use-saved.js';

const words = z.string().optional().catch(undefined);
const strings = z.array(z.string()).catch([]);

/** An application while it is written: everything may be missing, and what does not fit counts as not written. */
const Unfinished = z.object({
  kind: z.enum(['TEMP_BRANCH', 'TEMP_GENERAL_BRANCH']).catch('TEMP_BRANCH'),
  generalBranchNeed: words,
  proposedName: words,
  councilSize: z.int().optional().catch(undefined),
  members: z.array(z.object({ personId: z.string(), certificateUploadId: words })).catch([]),
  secretary: words,
  deputy: words,
  committee: strings,
  isOneShoulder: z.boolean().optional().catch(undefined),
  oneShoulderReason: words,
  reason: words,
  activityPlan: words,
  venue: words,
  councilResolutionUploadId: words,
  renews: words,
  crossAppointments: z.array(z.unknown()).catch([]),
});

export type FormData = z.output<typeof Unfinished>;

export type Change = ChangeOf<FormData>;

/** The form after a change. */
export const changed = (form: FormData, change: Change): FormData => ({
  ...form,
  ...(typeof change === 'function' ? change(form) : change),
});

/** Reads what a draft holds. */
export const formDataOf = (data: unknown): FormData =>
  Unfinished.parse(typeof data === 'object' && data !== null ? data : {});

/** What is kept and sent: nothing for what was left empty. */
export function filled(form: FormData): Record<string, unknown> {
  const entries: [string, unknown][] = Object.entries({ ...form, members: form.members.map(member) });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''));
}

function member({ personId, certificateUploadId }: FormData['members'][number]) {
  return certificateUploadId === undefined ? { personId } : { personId, certificateUploadId };
}
