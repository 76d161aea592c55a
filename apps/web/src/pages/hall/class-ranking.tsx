import { useEffect, useState } from 'react';

import { labelOf } from '#domain/terms/term.js';
import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { useLabel, useTexts } from '../../text/language.js';
import { rankedOf } from './focus.js';
import type { Slot, Stage } from './use-stage.js';

const TEXTS = {
  title: ['{class}排名', 'Ranking: {class}'],
  so: ['已出分 {n} / {all}', '{n} of {all} scored'],
  page: ['{page} / {pages}', '{page} / {pages}'],
} as const;

/** As many lines as can be read from the last row. */
const LINES = 7;
const TURN_MS = 8_000;

/** The ranking of one class among the projects whose result is shown; longer ones turn their pages by themselves. */
export function ClassRanking({
  stage,
  name,
  focus,
}: {
  readonly stage: Stage;
  readonly name: string;
  readonly focus: Slot | null;
}) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const ranked = rankedOf(stage, name);
  const pages = Math.max(1, Math.ceil(ranked.length / LINES));
  const page = useTurning(pages);
  const all = stage.slots.filter((slot) => slot.class === name).length;
  return (
    <section className="hall-ranking">
      <h2>{t('title', { class: label(labelOf(PROJECT_CLASSES, name)) })}</h2>
      <ol>
        {ranked.slice(page * LINES, (page + 1) * LINES).map(({ projectId, title, result }) => (
          <li key={projectId} className={projectId === focus?.projectId ? 'hall-line hall-line-now' : 'hall-line'}>
            <b>{result.rank}</b>
            <span>{title}</span>
            <b>{result.score}</b>
          </li>
        ))}
      </ol>
      <p className="hall-so">
        {t('so', { n: ranked.length, all })}
        {pages > 1 ? <span>{t('page', { page: page + 1, pages })}</span> : null}
      </p>
    </section>
  );
}

function useTurning(pages: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (pages < 2) return undefined;
    const timer = setInterval(() => setTurn((before) => before + 1), TURN_MS);
    return () => clearInterval(timer);
  }, [pages]);
  return turn % pages;
}
