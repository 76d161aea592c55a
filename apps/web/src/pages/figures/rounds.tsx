import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { mattersQuery } from '../../api/lists.js';
import { Choice } from '../../parts/choice.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { wanOf, yuanOf } from '../../text/money.js';
import { listAddress } from '../cases/filter.js';
import { CountChart } from './count-chart.js';
import { FigureTable } from './figure-table.js';
import { roundFiguresQuery, roundsQuery } from './queries.js';
import type { Figure, RoundFigures } from './queries.js';
import { ShareChart } from './share-chart.js';

const TEXTS = {
  round: ['创投届次', 'Round'],
  choose: ['请选择', 'Choose'],
  none: ['没有您能查看的创投届次。', 'There is no round that you may see.'],
  shares: ['{name} 项目比例', '{name}: shares of projects'],
  states: ['{name} 项目状态', '{name}: states of projects'],
  numbers: ['{name} 数量', '{name}: numbers'],
  money: ['{name} 资金', '{name}: money'],
  source: ['来源', 'Source'],
  planned: ['计划', 'Planned'],
  agreed: ['已签约', 'Agreed'],
  paid: ['已拨付', 'Paid'],
  returned: ['已退回', 'Returned'],
} as const;

/** The figures of one round after the other. */
export function Rounds() {
  const t = useTexts(TEXTS);
  const rounds = useQuery(roundsQuery);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  return (
    <Shown query={rounds}>
      {({ items }) => {
        const round = items.find(({ caseNo }) => caseNo === chosen) ?? items[0];
        if (round === undefined) return <Nothing>{t('none')}</Nothing>;
        return (
          <>
            <div className="figures-scope">
              <Choice
                label={t('round')}
                value={round.caseNo}
                empty={t('choose')}
                options={items.map(({ caseNo, title }) => ({ value: caseNo, label: title }))}
                onChange={setChosen}
              />
            </div>
            <Round id={round.caseNo} name={round.title} />
          </>
        );
      }}
    </Shown>
  );
}

function Round({ id, name }: { readonly id: string; readonly name: string }) {
  const figures = useQuery(roundFiguresQuery(id));
  return <Shown query={figures}>{(found) => <RoundBoard name={name} figures={found} />}</Shown>;
}

function RoundBoard({ name, figures }: { readonly name: string; readonly figures: RoundFigures }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const project = useQuery(mattersQuery).data?.items.find(({ slug }) => slug === 'venture-project');
  const stateName = (slug: string) => {
    const state = project?.states.find((each) => each.slug === slug);
    return state === undefined ? '' : label(state);
  };
  const states = Object.entries(figures.byState).map(([slug, n]) => [stateName(slug), n] as const);
  return (
    <>
      <div className="figures-board">
        <ShareChart label={t('shares', { name })} figures={sharesOf(figures)} />
        <CountChart label={t('states', { name })} counts={states.filter(([words]) => words !== '')} />
      </div>
      <FigureTable
        caption={t('numbers', { name })}
        figures={[...sharesOf(figures), ...numbersOf(figures)]}
        listOf={(metric) => (metric === 'projects' ? listAddress('all', { matter: 'venture-project' }) : null)}
      />
      {figures.money.length > 0 ? <Money name={name} money={figures.money} /> : null}
    </>
  );
}

function Money({ name, money }: { readonly name: string; readonly money: RoundFigures['money'] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const cell = (fen: number) => <td title={yuanOf(fen, language)}>{wanOf(fen, language)}</td>;
  return (
    <div className="table-scroll">
      <table className="table figures-table">
        <caption className="figures-caption">{t('money', { name })}</caption>
        <thead>
          <tr>
            {(['source', 'planned', 'agreed', 'paid', 'returned'] as const).map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {money.map(({ source, plannedFen, agreedFen, paidFen, returnedFen }) => (
            <tr key={source}>
              <th scope="row">{source}</th>
              {cell(plannedFen)}
              {cell(agreedFen)}
              {cell(paidFen)}
              {cell(returnedFen)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sharesOf({ funded, adopted, completed }: RoundFigures): Figure[] {
  const share = (metric: string, zh: string, en: string, of: RoundFigures['funded']): Figure => ({
    ...{ metric, zh, en, unit: '%', numerator: of.numerator, denominator: of.denominator, value: of.percent },
  });
  return [
    share('funded', '获资助比例', 'funded', funded),
    share('adopted', '被认领比例', 'adopted', adopted),
    share('completed', '已结项比例', 'completed', completed),
  ];
}

function numbersOf({ projects, activities, personTimes, persons }: RoundFigures): Figure[] {
  const number = (metric: string, zh: string, en: string, unit: string, n: number): Figure => ({
    ...{ metric, zh, en, unit, numerator: n, denominator: null, value: String(n) },
  });
  return [
    number('projects', '项目数', 'projects', '个', projects),
    number('activities', '活动数', 'activities', '场', activities),
    number('personTimes', '服务人次', 'person-times', '人次', personTimes),
    number('persons', '服务人数', 'persons', '人', persons),
  ];
}
