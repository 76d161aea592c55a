import { TempPartyOrgApplication } from '#domain/temp-party-org/form.js';
import type { CaseView } from '../../../api/case.js';
import '../../../api/no-run-time-code.js';
import { FileLink } from '../../../parts/file-link.js';
import { useTexts } from '../../../text/language.js';
import { Facts } from '../facts.js';
import type { CaseProps } from '../matter.js';

const TEXTS = {
  name: ['拟设名称', 'Name'],
  kind: ['类型', 'Kind'],
  TEMP_BRANCH: ['临时党支部', 'Temporary branch'],
  TEMP_GENERAL_BRANCH: ['临时党总支', 'Temporary general branch'],
  need: ['设立临时党总支的需要', 'Why a general branch'],
  council: ['理事会人数', 'Council members'],
  people: ['{n} 人', '{n}'],
  secretary: ['拟任书记', 'Secretary'],
  deputy: ['拟任副书记', 'Deputy'],
  committee: ['拟任委员', 'Committee'],
  oneShoulder: ['书记与负责人一肩挑', 'Secretary is also the head'],
  yes: ['是', 'yes'],
  no: ['否:{reason}', 'no: {reason}'],
  reason: ['设立理由', 'Reasons'],
  plan: ['活动计划', 'Plan of activities'],
  venue: ['活动场所', 'Venue'],
  resolution: ['理事会决议', 'Resolution of the council'],
  members: ['党员名册', 'Members'],
  person: ['姓名', 'Name'],
  post: ['理事会职务', 'Post'],
  idNo: ['证件号码', 'Identity number'],
  phone: ['电话', 'Phone'],
  certificate: ['身份证明', 'Certificate'],
  missing: ['未提供', 'missing'],
  unknown: ['(已不在名册)', '(no longer on record)'],
} as const;

interface Props {
  readonly form: TempPartyOrgApplication;
  readonly view: CaseView;
}

/** The application for a temporary Party organisation, as an official reads it. */
export function TempPartyOrgForm({ view }: CaseProps) {
  const application = TempPartyOrgApplication.safeParse(view.form?.data);
  return application.success ? <Application form={application.data} view={view} /> : <Facts data={view.form?.data} />;
}

function Application({ form, view }: Props) {
  const t = useTexts(TEXTS);
  const nameOf = (id: string) => view.people.find(({ personId }) => personId === id)?.name ?? t('unknown');
  const rows: [string, string][] = [
    [t('name'), form.proposedName],
    [t('kind'), t(form.kind)],
    ...(form.generalBranchNeed === undefined ? [] : [[t('need'), form.generalBranchNeed] satisfies [string, string]]),
    [t('council'), t('people', { n: form.councilSize })],
    [t('secretary'), nameOf(form.secretary)],
    ...(form.deputy === undefined ? [] : [[t('deputy'), nameOf(form.deputy)] satisfies [string, string]]),
    ...(form.committee.length === 0
      ? []
      : [[t('committee'), form.committee.map(nameOf).join('、')] satisfies [string, string]]),
    [t('oneShoulder'), form.isOneShoulder ? t('yes') : t('no', { reason: form.oneShoulderReason ?? '' })],
    [t('reason'), form.reason],
    [t('plan'), form.activityPlan],
    ...(form.venue === undefined || form.venue === '' ? [] : [[t('venue'), form.venue] satisfies [string, string]]),
  ];
  return (
    <>
      <dl className="facts">
        {rows.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="prose">{words}</dd>
          </div>
        ))}
        {form.councilResolutionUploadId === undefined ? null : (
          <div>
            <dt>{t('resolution')}</dt>
            <dd>
              <Upload id={form.councilResolutionUploadId} view={view} name={t('resolution')} />
            </dd>
          </div>
        )}
      </dl>
      <h3>
        {t('members')} <span className="muted">{t('people', { n: form.members.length })}</span>
      </h3>
      <Members form={form} view={view} />
    </>
  );
}

function Members({ form, view }: Props) {
  const t = useTexts(TEXTS);
  return (
    <ul className="members">
      {form.members.map(({ personId, certificateUploadId }) => {
        const person = view.people.find((one) => one.personId === personId);
        return (
          <li key={personId}>
            <span className="member-name">
              <b>{person?.name ?? t('unknown')}</b>
              <span className="muted">{[person?.post, person?.idNo, person?.phone].filter(Boolean).join(' · ')}</span>
            </span>
            {certificateUploadId === undefined ? (
              <span className="due due-soon">
                {t('certificate')} {t('missing')}
              </span>
            ) : (
              <Upload id={certificateUploadId} view={view} name={t('certificate')} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Upload({ id, view, name }: { readonly id: string; readonly view: CaseView; readonly name: string }) {
  const file = view.files.find(({ uploadId }) => uploadId === id);
  return <FileLink address={`/api/v1/uploads/${id}`} name={file?.name ?? name} />;
}
