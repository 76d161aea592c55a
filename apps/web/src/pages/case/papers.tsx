import { useQuery } from '@tanstack/react-query';

import { papersQuery } from '../../api/case.js';
import type { CaseView } from '../../api/case.js';
import { FileLink } from '../../parts/file-link.js';
import { Shown } from '../../parts/query-state.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';

const TEXTS = {
  title: ['文书', 'Papers'],
  none: ['还没有出具文书。', 'No paper has been issued yet.'],
  code: ['核验码 {code}', 'code {code}'],
  REVOKED: ['已作废', 'revoked'],
  REPLACED: ['已被替换', 'replaced'],
  files: ['申请材料', 'Files of the application'],
} as const;

/** The papers that were issued, and the files that were handed in. */
export function Papers({ view }: { readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const papers = useQuery(papersQuery(view.caseNo));
  return (
    <section className="panel case-papers">
      <h2>{t('title')}</h2>
      <Shown query={papers}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('none')}</p>
          ) : (
            <ul className="papers">
              {items.map((paper) => (
                <li key={paper.id}>
                  <FileLink address={paper.file} name={[label(paper), paper.docNo].filter(Boolean).join(' ')} />
                  <span className="muted">
                    {[
                      dayOf(paper.issuedAt, language),
                      t('code', { code: paper.code }),
                      paper.status === 'REVOKED' || paper.status === 'REPLACED' ? t(paper.status) : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {view.files.length > 0 ? (
        <>
          <h3>{t('files')}</h3>
          <ul className="papers">
            {view.files.map(({ uploadId, name }) => (
              <li key={uploadId}>
                <FileLink address={`/api/v1/uploads/${uploadId}`} name={name} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
