import { labelOf } from '#domain/terms/term.js';
import { FUNDING_SOURCES, PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { usePages } from '../../api/use-pages.js';
import { Nothing } from '../../parts/empty.js';
import { NamedFigures } from '../../parts/named-figures.js';
import { Paged } from '../../parts/paged.js';
import { StateTag } from '../../parts/state-tag.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { wanOf } from '../../text/money.js';
import { shownProjects } from './queries.js';
import type { ShownProject } from './queries.js';

const TEXTS = {
  projects: ['项目', 'Projects'],
  none: ['还没有获资助的项目。', 'No project is funded yet.'],
  awarded: ['资助', 'Awarded'],
  adopted: ['企业认领', 'Adopted'],
  activities: ['活动', 'Activities'],
  times: ['{n} 场', '{n}'],
  personTimes: ['受益人次', 'Person-times'],
  persons: ['受益人数', 'Persons'],
  from: ['资金来自 {names}', 'Paid for by {names}'],
  and: ['、', ', '],
  pictures: ['“{title}”的照片', 'Pictures of "{title}"'],
  enlarge: ['放大:{caption}', 'Enlarge: {caption}'],
} as const;

const PAGE = 12;

/** The funded and adopted projects of a round, each with its figures and the pictures that were published of it. */
export function ShowcaseProjects({ id }: { readonly id: string }) {
  const t = useTexts(TEXTS);
  const pages = usePages(['public', 'showcase-projects', id], (cursor) => shownProjects(id, PAGE, cursor));
  return (
    <section className="panel" aria-label={t('projects')}>
      <h2>{t('projects')}</h2>
      <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
        {(rows) => (
          <ul className="showcase-projects">
            {rows.map((project) => (
              <Project key={project.caseNo} project={project} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function Project({ project }: { readonly project: ShownProject }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const { title, organisation, state, sources, sponsors, pictures } = project;
  const names = [
    ...new Set([
      ...sources.map((source) => label(labelOf(FUNDING_SOURCES, source))),
      ...sponsors.map(({ name }) => name),
    ]),
  ];
  return (
    <li className="showcase-project">
      <p className="muted showcase-class">
        {label(labelOf(PROJECT_CLASSES, project.class))} <StateTag state={state} />
      </p>
      <h3>{title}</h3>
      <p>{organisation}</p>
      {names.length === 0 ? null : <p className="muted">{t('from', { names: names.join(t('and')) })}</p>}
      <Figures project={project} />
      {pictures.length === 0 ? null : (
        <ul className="showcase-pictures" aria-label={t('pictures', { title })}>
          {pictures.map((picture) => (
            <Picture key={picture.id} picture={picture} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Figures({ project }: { readonly project: ShownProject }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { fen, sponsors, activities, personTimes, persons } = project;
  const adoptedFen = sponsors.reduce((sum, each) => sum + each.fen, 0);
  const figures: (readonly [string, string | number])[] = [
    ...(fen === 0 ? [] : [[t('awarded'), wanOf(fen, language)] as const]),
    ...(sponsors.length === 0 ? [] : [[t('adopted'), wanOf(adoptedFen, language)] as const]),
    ...(activities === 0
      ? []
      : [
          [t('activities'), t('times', { n: activities })] as const,
          [t('personTimes'), personTimes] as const,
          [t('persons'), persons] as const,
        ]),
  ];
  return <NamedFigures className="showcase-figures" figures={figures} />;
}

function Picture({ picture }: { readonly picture: ShownProject['pictures'][number] }) {
  const t = useTexts(TEXTS);
  const { address, caption, width, height } = picture;
  return (
    <li>
      <figure>
        <a href={address} title={t('enlarge', { caption })}>
          <img src={address} alt={caption} width={width} height={height} loading="lazy" decoding="async" />
        </a>
        {/* The picture says it already to who listens. */}
        <figcaption aria-hidden="true">{caption}</figcaption>
      </figure>
    </li>
  );
}
