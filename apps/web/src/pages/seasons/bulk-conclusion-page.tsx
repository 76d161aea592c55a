import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import type { paths } from '../../../generated/api.js';
import { answered, api, keyed, newKey } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useLabel, useTexts } from '../../text/language.js';
import type { Answered } from './bulk-answer.js';
import { AT_ONCE, BulkPage } from './bulk-page.js';
import { CheckWords } from '../returns/check-words.js';
import { chosenReturns } from './bulk-returns.js';
import { LeftOut } from './left-out.js';

type Preview =
  paths['/api/v1/seasons/{caseNo}/bulk-conclusions/preview']['post']['responses']['200']['content']['application/json'];

const TEXTS = {
  title: ['批量作出合格结论', 'Conclude in bulk'],
  effect: [
    '只办理规则全部支持合格的报告:检查项(含提示项)全部通过、按时报送、打开本页后没有变化、本人无需回避。每件单独复核、单独记录;不符合的不办理,并逐件列明原因。',
    'Only what every rule says PASS of is concluded: every check holds, filed in time, unchanged since this page was opened, no conflict of interest. Each is looked at again and recorded on its own; the others are named with their reasons.',
  ],
  none: ['现在没有在审查中的报告。', 'No return is under review now.'],
  limit: [
    '一次最多办理 {n} 件;办理后可再次打开本页继续。',
    'At most {n} at a time; open this page again for the others.',
  ],
  good: ['可以批量办理的 {n} 件', '{n} that qualify'],
  noGood: ['没有可以批量办理的报告,请逐件办理。', 'None qualifies; decide them one by one.'],
  pick: ['选择{name}', 'Choose {name}'],
  all: ['全选', 'All'],
  organisation: ['社会组织', 'Organisation'],
  checks: ['检查项', 'Checks'],
  rules: ['结论规则', 'Rules'],
  noRule: ['{n} 条规则均未发现问题', 'none of {n} rules speaks against it'],
  opinion: ['办理意见(每件都记)', 'Opinion, recorded with each'],
  decide: ['对选定的 {n} 件作出“合格”结论', 'Conclude PASS for {n}'],
} as const;

/** 批量作出结论: the leader sees each return with its checks, decides once, and is answered for each. */
export function BulkConclusionPage() {
  const t = useTexts(TEXTS);
  return (
    <BulkPage title={t('title')}>{(caseNo, onAnswer) => <Previewed caseNo={caseNo} onAnswer={onAnswer} />}</BulkPage>
  );
}

interface PreviewedProps {
  readonly caseNo: string;
  readonly onAnswer: (answer: Answered) => void;
}

function Previewed({ caseNo, onAnswer }: PreviewedProps) {
  const t = useTexts(TEXTS);
  const preview = useQuery({
    queryKey: ['bulk-conclusions', caseNo],
    queryFn: () => previewOf(caseNo),
    // What is decided on is what was seen; the list changes when the page is opened again.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Shown query={preview}>
      {({ names, found }) =>
        found === null ? (
          <section className="panel">
            <Nothing>{t('none')}</Nothing>
          </section>
        ) : (
          <Deciding caseNo={caseNo} names={names} preview={found} onAnswer={onAnswer} />
        )
      }
    </Shown>
  );
}

async function previewOf(caseNo: string) {
  const names = await chosenReturns(caseNo, { state: 'REGISTRY_REVIEW' }, AT_ONCE);
  if (names.size === 0) return { names, found: null };
  const items = [...names.keys()].map((each) => ({ caseNo: each }));
  const found = await answered(
    api.POST('/api/v1/seasons/{caseNo}/bulk-conclusions/preview', {
      params: { path: { caseNo }, header: keyed(newKey()) },
      body: { items },
    }),
  );
  return { names, found };
}

interface DecidingProps extends PreviewedProps {
  readonly names: ReadonlyMap<string, string>;
  readonly preview: Preview;
}

function Deciding({ caseNo, names, preview: { qualified, leftOut }, onAnswer }: DecidingProps) {
  const t = useTexts(TEXTS);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(qualified.map((each) => each.caseNo)));
  const [opinion, setOpinion] = useState('');
  const deciding = useWrite(
    (body: { items: { caseNo: string; seenSeq: number }[]; opinion?: string }, key) =>
      answered(
        api.POST('/api/v1/seasons/{caseNo}/bulk-conclusions', {
          params: { path: { caseNo }, header: keyed(key) },
          body,
        }),
      ),
    ({ concluded, leftOut: out, refused }) =>
      onAnswer({ names, done: concluded.map((each) => each.caseNo), leftOut: out, refused }),
  );
  const decide = () =>
    deciding.send({
      items: qualified
        .filter((each) => chosen.has(each.caseNo))
        .map((each) => ({ caseNo: each.caseNo, seenSeq: each.seq })),
      ...(opinion.trim() === '' ? {} : { opinion: opinion.trim() }),
    });
  return (
    <>
      <section className="panel">
        <p className="effect">{t('effect')}</p>
        {names.size >= AT_ONCE ? <p className="hint">{t('limit', { n: AT_ONCE })}</p> : null}
        {qualified.length === 0 ? (
          <Nothing>{t('noGood')}</Nothing>
        ) : (
          <>
            <h2>{t('good', { n: qualified.length })}</h2>
            <Qualified names={names} qualified={qualified} chosen={chosen} onChoose={setChosen} />
            <Form.Item label={t('opinion')} htmlFor="bulk-opinion" layout="vertical">
              <Input.TextArea
                id="bulk-opinion"
                value={opinion}
                maxLength={4000}
                autoSize={{ minRows: 2, maxRows: 6 }}
                onChange={({ target }) => setOpinion(target.value)}
              />
            </Form.Item>
            <Refusal error={deciding.error} />
            <div className="form-end">
              <Button type="primary" loading={deciding.busy} disabled={chosen.size === 0} onClick={decide}>
                {t('decide', { n: chosen.size })}
              </Button>
            </div>
          </>
        )}
      </section>
      <LeftOut names={names} leftOut={leftOut} />
    </>
  );
}

interface QualifiedProps {
  readonly names: ReadonlyMap<string, string>;
  readonly qualified: Preview['qualified'];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function Qualified({ names, qualified, chosen, onChoose }: QualifiedProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const pick = (caseNo: string, isChosen: boolean) =>
    onChoose(new Set(isChosen ? [...chosen, caseNo] : [...chosen].filter((each) => each !== caseNo)));
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <td className="season-pick-cell">
              <input
                type="checkbox"
                className="season-pick"
                aria-label={t('all')}
                checked={chosen.size === qualified.length}
                onChange={({ target }) =>
                  onChoose(new Set(target.checked ? qualified.map(({ caseNo }) => caseNo) : []))
                }
              />
            </td>
            <th scope="col">{t('organisation')}</th>
            <th scope="col">{t('checks')}</th>
            <th scope="col">{t('rules')}</th>
          </tr>
        </thead>
        <tbody>
          {qualified.map(({ caseNo, checks, proposal }) => (
            <tr key={caseNo}>
              <td>
                <input
                  type="checkbox"
                  className="season-pick"
                  aria-label={t('pick', { name: names.get(caseNo) ?? caseNo })}
                  checked={chosen.has(caseNo)}
                  onChange={({ target }) => pick(caseNo, target.checked)}
                />
              </td>
              <th scope="row">
                <Link to={`/cases/${caseNo}`}>{names.get(caseNo)}</Link>
                <small className="muted">{caseNo}</small>
              </th>
              <td>
                <CheckWords checks={checks} folded />
              </td>
              <td>
                <details className="why">
                  <summary>{t('noRule', { n: proposal.examined.length })}</summary>
                  <ul className="season-because">
                    {proposal.examined.map((rule) => (
                      <li key={rule.rule}>{label(rule)}</li>
                    ))}
                  </ul>
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
