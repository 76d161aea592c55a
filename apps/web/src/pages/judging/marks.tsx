import { useQuery } from '@tanstack/react-query';

import { labelOf } from '#domain/terms/term.js';
import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { Chart } from '../../parts/chart.js';
import { useLabel, useTexts } from '../../text/language.js';
import { colour } from './chart-colours.js';
import { isOutlier } from './diagnosis.js';
import type { Mark } from './diagnosis.js';
import type { PartProps } from './part.js';
import { roundQuery } from './queries.js';
import type { ClassResult, Place } from './queries.js';

const TEXTS = {
  title: ['每个项目的分数', 'The marks of each project'],
  about: [
    '每个点是一名评委的总分,菱形是得分;红点偏离该项目评分中位数 20 分以上。虚线以下的得分低于最低分或不在可资助之列。',
    'A dot is a judge’s total, a diamond the score; red dots are more than 20 points from the project’s median. Lines: the floor, and the lowest score that is funded.',
  ],
  picture: ['{class}:每个项目的评委总分与得分', '{class}: totals of the judges and scores'],
  marks: ['评委总分', 'Totals'],
  far: ['离群', 'Outliers'],
  score: ['得分', 'Score'],
  floor: ['最低分 {n}', 'Floor {n}'],
  cut: ['资助线 {n}', 'Funded from {n}'],
  project: ['项目', 'Project'],
} as const;

const HEIGHT = 340;
const LABEL_CHARACTERS = 8;
/** Of a column, over which the dots of a project are spread. */
const SPREAD = 0.6;

interface Props extends PartProps {
  readonly marks: readonly Mark[];
}

/** Every judge's total for every project, by class in the order of the ranking. */
export function Marks(props: Props) {
  const t = useTexts(TEXTS);
  return (
    <section className="panel" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <p className="muted">{t('about')}</p>
      {props.results.classes
        .filter(({ ranked }) => ranked.length > 0)
        .map((of) => (
          <ClassMarks key={of.class} {...props} of={of} />
        ))}
    </section>
  );
}

function ClassMarks(props: Props & { readonly of: ClassResult }) {
  const { results, diagnosis, judgeOf, marks, of } = props;
  const t = useTexts(TEXTS);
  const label = useLabel();
  const floor = useQuery(roundQuery(results.caseNo)).data?.configuration.scoring.floor;
  const { ranked } = of;
  const at = new Map(ranked.map(({ projectId }, index) => [projectId, index]));
  // Each judge has a place of their own beside the score, the same for every project, so that dots do not cover one another.
  const beside = new Map(
    diagnosis.judges.map(({ judgeId }, index) => [judgeId, besideOf(index, diagnosis.judges.length)]),
  );
  const dots = marks.flatMap((mark) => {
    const place = at.get(mark.projectId);
    const own = marks.filter(({ projectId }) => projectId === mark.projectId);
    const name = `${judgeOf(mark.judgeId)} ${mark.points}`;
    return place === undefined
      ? []
      : [{ name, isFar: isOutlier(mark, own), value: [place + (beside.get(mark.judgeId) ?? 0), mark.points] as const }];
  });
  const funded = ranked
    .filter(({ projectId }) => diagnosis.funded.includes(projectId))
    .map(({ score }) => Number(score));
  const cut = funded.length === 0 ? undefined : Math.min(...funded);
  const lines = [
    ...(floor === undefined
      ? []
      : [{ yAxis: floor, name: t('floor', { n: floor }), lineStyle: { color: colour('--late'), type: 'dashed' } }]),
    ...(cut === undefined
      ? []
      : [{ yAxis: cut, name: t('cut', { n: cut }), lineStyle: { color: colour('--good'), type: 'dashed' } }]),
  ].map((line) => ({ ...line, label: { formatter: line.name, position: 'insideEndTop' } }));
  const all = [...dots.map(({ value: [, points] }) => points), ...lines.map(({ yAxis }) => yAxis)];
  const dot = (isFar: boolean) => dots.filter((one) => one.isFar === isFar);
  const option = {
    grid: { left: 40, right: 70, top: 40, bottom: 60 },
    legend: { top: 0 },
    tooltip: { formatter: ({ name }: { readonly name: string }) => name },
    xAxis: {
      type: 'value',
      min: -0.5,
      max: ranked.length - 0.5,
      interval: 0.5,
      splitLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        rotate: ranked.length > 5 ? 30 : 0,
        formatter: (value: number) => labelAt(ranked, value),
      },
    },
    yAxis: {
      type: 'value',
      min: Math.floor(Math.min(...all) / 10) * 10,
      max: 100,
      axisLine: { show: false },
      axisTick: { show: false },
    },
    series: [
      {
        name: t('marks'),
        type: 'scatter',
        data: dot(false),
        symbolSize: 9,
        itemStyle: { color: colour('--brand'), opacity: 0.65 },
      },
      { name: t('far'), type: 'scatter', data: dot(true), symbolSize: 11, itemStyle: { color: colour('--late') } },
      {
        name: t('score'),
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 15,
        itemStyle: { color: colour('--soon') },
        data: ranked.map(({ title, score }, place) => ({ name: `${title} ${score}`, value: [place, Number(score)] })),
        markLine: { symbol: 'none', silent: true, data: lines },
      },
    ],
  };
  return (
    <>
      <Chart
        label={t('picture', { class: label(labelOf(PROJECT_CLASSES, of.class)) })}
        option={option}
        height={HEIGHT}
      />
      <MarksTable {...props} />
    </>
  );
}

function MarksTable({ diagnosis, judgeOf, marks, of }: Props & { readonly of: ClassResult }) {
  const t = useTexts(TEXTS);
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th>{t('project')}</th>
            {diagnosis.judges.map(({ judgeId }) => (
              <th key={judgeId} className="number">
                {judgeOf(judgeId)}
              </th>
            ))}
            <th className="number">{t('score')}</th>
          </tr>
        </thead>
        <tbody>
          {of.ranked.map(({ projectId, rank, title, score }) => {
            const own = marks.filter((mark) => mark.projectId === projectId);
            return (
              <tr key={projectId}>
                <th scope="row">
                  {rank}. {title}
                </th>
                {diagnosis.judges.map(({ judgeId }) => {
                  const mark = own.find((one) => one.judgeId === judgeId);
                  return (
                    <td key={judgeId} className="number">
                      {mark === undefined ? (
                        '—'
                      ) : isOutlier(mark, own) ? (
                        <b className="due-late">
                          {mark.points} <small>{t('far')}</small>
                        </b>
                      ) : (
                        mark.points
                      )}
                    </td>
                  );
                })}
                <td className="number">
                  <b>{score}</b>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const short = (title: string): string =>
  title.length > LABEL_CHARACTERS ? `${title.slice(0, LABEL_CHARACTERS)}…` : title;

/** A project's name under its column; nothing between the columns. */
function labelAt(ranked: readonly Place[], value: number): string {
  const place = ranked[value];
  return place === undefined ? '' : `${place.rank}. ${short(place.title)}`;
}

/** How far beside the score the dots of the n-th judge of so many lie, in columns. */
const besideOf = (index: number, judges: number): number => (judges < 2 ? 0 : (index / (judges - 1) - 0.5) * SPREAD);
