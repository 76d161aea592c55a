import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { Choice } from '../../parts/choice.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { useTexts } from '../../text/language.js';
import { FigureTable } from './figure-table.js';
import { seasonFiguresQuery, seasonsQuery } from './queries.js';
import { ShareChart } from './share-chart.js';

const TEXTS = {
  season: ['年检季', 'Season'],
  choose: ['请选择', 'Choose'],
  name: ['{registry} {year} 年度', '{registry}, {year}'],
  none: ['没有您能查看的年检季。', 'There is no season that you may see.'],
  own: ['{name} 年检统计', 'Figures of {name}'],
  whole: ['报送情况、冻结数据和更正', 'The board, frozen figures and corrections'],
} as const;

/** The figures of one season after the other. */
export function Seasons() {
  const t = useTexts(TEXTS);
  const seasons = useQuery(seasonsQuery);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  return (
    <Shown query={seasons}>
      {({ items }) => {
        const season = items.find(({ caseNo }) => caseNo === chosen) ?? items[0];
        if (season === undefined) return <Nothing>{t('none')}</Nothing>;
        const nameOf = ({ registry, inspectedYear }: (typeof items)[number]) =>
          t('name', { registry: registry.name, year: inspectedYear });
        return (
          <>
            <div className="figures-scope">
              <Choice
                label={t('season')}
                value={season.caseNo}
                empty={t('choose')}
                options={items.map((each) => ({ value: each.caseNo, label: nameOf(each) }))}
                onChange={setChosen}
              />
              <Link to={`/seasons/${season.caseNo}`}>{t('whole')}</Link>
            </div>
            <Season caseNo={season.caseNo} name={nameOf(season)} />
          </>
        );
      }}
    </Shown>
  );
}

function Season({ caseNo, name }: { readonly caseNo: string; readonly name: string }) {
  const t = useTexts(TEXTS);
  const figures = useQuery(seasonFiguresQuery(caseNo));
  return (
    <Shown query={figures}>
      {({ own }) => {
        const shares = own.map((figure) => ({ ...figure, unit: '%' }));
        return (
          <div className="figures-board">
            <ShareChart label={t('own', { name })} figures={shares} />
            <FigureTable caption={t('own', { name })} figures={shares} />
          </div>
        );
      }}
    </Shown>
  );
}
