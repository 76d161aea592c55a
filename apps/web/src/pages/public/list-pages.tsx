import { Link } from 'react-router';

import { usePages } from '../../api/use-pages.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { publicDraws, publicRounds } from './queries.js';
import { DrawRows, RoundRows } from './rows.js';
import './public.css';

const TEXTS = {
  rounds: ['公益创投', 'Venture rounds'],
  roundsAbout: [
    '每一届的征集公告、入围名单、评审结果、资助名单和成果。',
    'The call, the shortlist, the results, the awards and what came of each round.',
  ],
  noRounds: ['还没有公布过公益创投。', 'No round has been published yet.'],
  draws: ['双随机抽查', 'Random checks'],
  drawsAbout: [
    '抽取前公布承诺,抽取后公布种子、名单和结果。打开任何一次抽查,都可以在自己的浏览器里重新抽一遍。',
    'A commitment before the draw, seed, lists and result after it. Open any of them and draw again in your own browser.',
  ],
  judges: ['公益创投评委的抽取,在各届的“评委抽取”中公开。', 'Draws of judges are public with their venture round.'],
  noDraws: ['还没有公布过抽查。', 'No draw has been published yet.'],
} as const;

const PAGE = 20;

/** Every published round. */
export function PublicRoundsPage() {
  const t = useTexts(TEXTS);
  useTitle(t('rounds'));
  const pages = usePages(['public', 'rounds'], (cursor) => publicRounds(false, PAGE, cursor));
  return (
    <>
      <h1>{t('rounds')}</h1>
      <p className="muted prose">{t('roundsAbout')}</p>
      <section className="panel">
        <Paged pages={pages} empty={<Nothing>{t('noRounds')}</Nothing>}>
          {(rows) => <RoundRows rounds={rows} />}
        </Paged>
      </section>
    </>
  );
}

/** Every draw that was committed to. */
export function PublicDrawsPage() {
  const t = useTexts(TEXTS);
  useTitle(t('draws'));
  const pages = usePages(['public', 'draws'], (cursor) => publicDraws(PAGE, cursor));
  return (
    <>
      <h1>{t('draws')}</h1>
      <p className="muted prose">{t('drawsAbout')}</p>
      <p>
        <Link to="/public/rounds">{t('judges')}</Link>
      </p>
      <section className="panel">
        <Paged pages={pages} empty={<Nothing>{t('noDraws')}</Nothing>}>
          {(rows) => <DrawRows draws={rows} />}
        </Paged>
      </section>
    </>
  );
}
