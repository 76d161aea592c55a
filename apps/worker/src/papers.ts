import { paperActivities } from '#activities/papers/papers.activities.js';
import { ANNUAL_INSPECTION } from '#domain/annual-inspection/states.js';
import { NotFound } from '#domain/errors.js';
import { TEMP_PARTY_ORG } from '#domain/temp-party-org/states.js';
import { VENTURE_PROJECT } from '#domain/venture-round/states.js';
import type { Database } from '#prisma/client.js';
import { columnCipher } from '#prisma/crypto.js';
import type { ContentStore } from '#prisma/files/content-store.js';
import { returnPaperStore } from '#prisma/stores/annual-inspection/return-paper.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { documentStore } from '#prisma/stores/document.store.js';
import { tempPartyOrgPaperStore } from '#prisma/stores/temp-party-org-paper.store.js';
import { templateStore } from '#prisma/stores/template.store.js';
import { agreementPaperStore } from '#prisma/stores/venture-money/agreement-paper.store.js';

/** The papers of every matter over one database: a matter's name says whose words are printed. `templates`: the folder of the shipped ones. */
export function papers(database: Database, dataKey: string | Uint8Array, files: ContentStore, templates: URL) {
  const cases = caseStore(database);
  return paperActivities({
    papers: documentStore(database),
    matterOf: async (caseId) => {
      const row = await cases.byId(caseId);
      if (row === null) throw new NotFound('Case');
      return row.matter;
    },
    contents: {
      [ANNUAL_INSPECTION.slug]: returnPaperStore(database),
      [VENTURE_PROJECT.slug]: agreementPaperStore(database),
      [TEMP_PARTY_ORG.slug]: tempPartyOrgPaperStore(database, columnCipher(dataKey)),
    },
    templates: templateStore(database, files, templates),
    files,
  });
}
