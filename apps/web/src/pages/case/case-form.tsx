import { Suspense } from 'react';

import type { CaseView } from '../../api/case.js';
import { entriesOf } from '../../api/entries.js';
import { Loading } from '../../parts/loading.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { Facts } from './facts.js';
import { pagesOf } from './matters.js';

const TEXTS = {
  title: ['申请内容', 'What was applied for'],
  version: ['第 {version} 版,{at}', 'version {version}, {at}'],
} as const;

/** The form of a case as it is read: a matter that has a page of its own shows it so, any other its fields. */
export function CaseForm({ view }: { readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  // A case that the system opens by itself has nothing that anybody applied for.
  if (view.form === null || entriesOf(view.form.data).length === 0) return null;
  const { data, version, at } = view.form;
  const Form = pagesOf(view.matter.slug).form;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('title')}</h2>
        <span className="muted">{t('version', { version, at: minuteOf(at, language) })}</span>
      </div>
      {Form === undefined ? (
        <Facts data={data} />
      ) : (
        <Suspense fallback={<Loading />}>
          <Form view={view} />
        </Suspense>
      )}
    </section>
  );
}
