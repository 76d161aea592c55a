import { labelOf } from '#domain/terms/term.js';
import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { Chart } from '../../parts/chart.js';
import { useLabel, useTexts } from '../../text/language.js';
import { colour } from './chart-colours.js';
import type { Diagnosis } from './diagnosis.js';
import { placeOf } from './part.js';
import type { PartProps } from './part.js';
import type { Results } from './queries.js';

const TEXTS = {
  title: ['去除评委宽严后的名次', 'Ranks without the judges’ severity'],
  about: [
    '从每份评分中减去该评委的宽严,再取平均。线条交叉的地方,名次会因评委宽严而不同。',
    'Each judge’s effect is taken off their sheets before the mean. Where lines cross, the rank hangs on who judged.',
  ],
  picture: ['{class}:公布的名次与去除评委宽严后的名次', '{class}: published ranks and corrected ranks'],
  published: ['公布的名次', 'Published'],
  corrected: ['修正后名次', 'Corrected'],
  project: ['项目', 'Project'],
  score: ['修正后平均分', 'Corrected mean'],
  move: ['变动', 'Move'],
  same: ['不变', 'none'],
  up: ['↑ {n}', '↑ {n}'],
  down: ['↓ {n}', '↓ {n}'],
} as const;

type Line = Diagnosis['corrected'][number];

/** How the ranks of each class would move. */
export function Corrected({ results, diagnosis: { corrected } }: PartProps) {
  const t = useTexts(TEXTS);
  const classes = [...new Set(corrected.map((line) => line.class))];
  return (
    <section className="panel" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <p className="muted">{t('about')}</p>
      {classes.map((name) => (
        <ClassRanks key={name} results={results} name={name} lines={corrected.filter((line) => line.class === name)} />
      ))}
    </section>
  );
}

const ROW_PX = 30;
const HEAD_PX = 90;

interface ClassProps {
  readonly results: Results;
  readonly name: string;
  readonly lines: readonly Line[];
}

function ClassRanks({ results, name, lines }: ClassProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const option = {
    grid: { left: 30, right: 30, top: 30, bottom: 30, containLabel: true },
    tooltip: {},
    xAxis: { type: 'category', boundaryGap: true, position: 'top', data: [t('published'), t('corrected')] },
    yAxis: { type: 'value', inverse: true, min: 1, max: Math.max(2, lines.length), interval: 1 },
    series: lines.map(({ projectId, rank, correctedRank }) => ({
      type: 'line',
      name: placeOf(results, projectId)?.title ?? '',
      symbolSize: 9,
      symbol: 'circle',
      lineStyle: { width: 2 },
      color: colour(correctedRank === rank ? '--brand' : correctedRank < rank ? '--good' : '--late'),
      data: [rank, correctedRank],
    })),
  };
  return (
    <div className="judging-beside">
      <Chart
        label={t('picture', { class: label(labelOf(PROJECT_CLASSES, name)) })}
        option={option}
        height={HEAD_PX + ROW_PX * lines.length}
      />
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th>{t('project')}</th>
              <th className="number">{t('published')}</th>
              <th className="number">{t('corrected')}</th>
              <th className="number">{t('score')}</th>
              <th>{t('move')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ projectId, rank, correctedRank, correctedScore }) => (
              <tr key={projectId}>
                <th scope="row">{placeOf(results, projectId)?.title}</th>
                <td className="number">{rank}</td>
                <td className="number">{correctedRank}</td>
                <td className="number">{correctedScore.toFixed(2)}</td>
                <td className={correctedRank === rank ? 'muted' : correctedRank < rank ? 'due-good' : 'due-late'}>
                  {correctedRank === rank
                    ? t('same')
                    : t(correctedRank < rank ? 'up' : 'down', { n: Math.abs(rank - correctedRank) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
