import { answered, api, keyed, newKey } from '../../api/client.js';
import type { Draft } from './draft-rows.js';
import { filled, formDataOf } from './form-data.js';
import { useSaved } from './use-saved.js';

/** A draft that saves itself as one writes. */
export function useDraft({ id, version, data, updatedAt }: Draft) {
  return useSaved({
    ...{ id, version, data, savedAt: updatedAt, read: formDataOf, filled },
    save: async (over, written) => {
      const params = { path: { id }, header: keyed(newKey()) };
      const saved = await answered(api.PUT('/api/v1/drafts/{id}', { params, body: { version: over, data: written } }));
      return { version: saved.version, savedAt: saved.updatedAt };
    },
  });
}
