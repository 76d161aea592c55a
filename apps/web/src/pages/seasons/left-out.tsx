import { Link } from 'react-router';

import { CONCLUSION_RULE_LABELS } from '#domain/annual-inspection/conclusion.rule.js';
import { RETURN_CHECK_LABELS } from '#domain/annual-inspection/return-checks.rule.js';
import { RETURN_STATE_LABELS } from '#domain/annual-inspection/states.js';
import { useLabel, useTexts } from '../../text/language.js';
import type { Labelled } from '../../text/language.js';

const TEXTS = {
  title: ['不能批量办理的 {n} 件', '{n} that are left out'],
  organisation: ['社会组织', 'Organisation'],
  why: ['原因', 'Why'],
} as const;

/** A return that a bulk decision leaves out, with the ground. */
export interface Out extends Labelled {
  readonly caseNo: string;
  readonly ground: string;
  /** The checks, rules or states that it rests on. */
  readonly because: readonly string[];
}

interface Props {
  readonly names: ReadonlyMap<string, string>;
  readonly leftOut: readonly Out[];
}

const NAMED: Readonly<Record<string, Labelled>> = {
  ...RETURN_CHECK_LABELS,
  ...CONCLUSION_RULE_LABELS,
  ...RETURN_STATE_LABELS,
};

/** Which returns are left out and why; each leads to its case, where it is decided alone. */
export function LeftOut({ names, leftOut }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  if (leftOut.length === 0) return null;
  return (
    <section className="panel" aria-label={t('title', { n: leftOut.length })}>
      <h2>{t('title', { n: leftOut.length })}</h2>
      <div className="table-scroll" role="region" aria-label={t('why')} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('organisation')}</th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {leftOut.map((out) => (
              <tr key={`${out.caseNo} ${out.ground}`}>
                <th scope="row">
                  <Link to={`/cases/${out.caseNo}`}>{names.get(out.caseNo)}</Link>
                  <small className="muted">{out.caseNo}</small>
                </th>
                <td>
                  {label(out)}
                  <ul className="season-because">
                    {out.because.flatMap((slug) => {
                      const named = NAMED[slug];
                      return named === undefined ? [] : [<li key={slug}>{label(named)}</li>];
                    })}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
