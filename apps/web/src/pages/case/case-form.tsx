import { TempPartyOrgApplication } from '#domain/temp-party-org/form.js';
import type { CaseView } from '../../api/case.js';
import '../../api/no-run-time-code.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { Facts } from './facts.js';
import { TempPartyOrgForm } from './temp-party-org-form.js';

const TEXTS = {
  title: ['申请内容', 'What was applied for'],
  version: ['第 {version} 版,{at}', 'version {version}, {at}'],
} as const;

/** The form of a case as it is read: a matter that has a page of its own shows it so, any other its fields. */
export function CaseForm({ view }: { readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (view.form === null) return null;
  const { data, version, at } = view.form;
  const application = view.matter.slug === 'temp-party-org' ? TempPartyOrgApplication.safeParse(data) : null;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('title')}</h2>
        <span className="muted">{t('version', { version, at: minuteOf(at, language) })}</span>
      </div>
      {application?.success === true ? <TempPartyOrgForm form={application.data} view={view} /> : <Facts data={data} />}
    </section>
  );
}
