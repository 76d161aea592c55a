import { Link } from 'react-router';

import { conclusionRuleNamed } from '#domain/annual-inspection/conclusion.rule.js';
import { returnCheckNamed } from '#domain/annual-inspection/return-checks.rule.js';
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

/** A check, a rule or a state in words. */
const named = (slug: string): Labelled | undefined =>
  returnCheckNamed(slug) ?? conclusionRuleNamed(slug) ?? new Map(Object.entries(RETURN_STATE_LABELS)).get(slug);

/** Which returns are left out and why; each leads to its case, where it is decided alone. */
export function LeftOut({ names, leftOut }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  if (leftOut.length === 0) return null;
  return (
    <section className="panel" aria-label={t('title', { n: leftOut.length })}>
      <h2>{t('title', { n: leftOut.length })}</h2>
      <div className="table-scroll">
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
                      const words = named(slug);
                      return words === undefined ? [] : [<li key={slug}>{label(words)}</li>];
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
