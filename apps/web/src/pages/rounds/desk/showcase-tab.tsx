import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { SHOWCASE_PICTURES_MAX } from '#domain/venture-round/showcase-picture.rule.js';
import { usePages } from '../../../api/use-pages.js';
import { Nothing } from '../../../parts/empty.js';
import { Paged } from '../../../parts/paged.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import { PublishedPicture } from './published-picture.js';
import { readShowcase } from './showcase-queries.js';
import type { CompletedProject } from './showcase-queries.js';
import { ShowcasePicker } from './showcase-picker.js';
import './showcase.css';
import type { TabProps } from './tab.js';

const TEXTS = {
  title: ['成果展照片', 'Pictures of the showcase'],
  rule: [
    '照片上有人,默认一张也不公开。逐张选择、写明说明,并声明已取得照片中人物的同意后才公开;公开的是不带拍摄地点等信息的展示图,随时可以撤下。',
    'People are on the photographs, so none is public by itself. Choose each one, say what is to be seen and declare that the people on it agreed. What is shown is a copy without the place where it was taken; it can be taken back at any time.',
  ],
  look: ['查看公开页面', 'See the public page'],
  none: [
    '还没有结项的项目。项目结项后,可在这里选择它的照片。',
    'No project is completed yet. Once one is, choose its photographs here.',
  ],
  shown: ['已公开 {n}/{max} 张', '{n} of {max} shown'],
  choose: ['选择照片', 'Choose photographs'],
  chooseOf: ['为“{title}”选择照片', 'Choose photographs of "{title}"'],
  stop: ['收起', 'Close'],
  noPhotographs: ['没有随活动提交的照片。', 'No photograph was handed in with its activities.'],
  back: ['撤下记录', 'Taken back'],
  backLine: ['“{caption}”:{at} 由{by}撤下。理由:{reason}', '"{caption}": taken back {at} by {by}, because: {reason}'],
} as const;

/** Organisers choose, project by project, which photographs everybody sees; auditors see what was chosen. */
export function ShowcaseTab({ round: { caseNo }, organises }: TabProps) {
  const t = useTexts(TEXTS);
  const pages = usePages(['live', 'round', caseNo, 'showcase'], readShowcase(caseNo));
  return (
    <section className="panel" aria-label={t('title')}>
      <div className="panel-head">
        <h2>{t('title')}</h2>
        <Link to={`/public/rounds/${caseNo}?view=showcase`}>{t('look')}</Link>
      </div>
      <p className="muted rounds-showcase-rule">{t('rule')}</p>
      <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
        {(rows) => (
          <ul className="rounds-showcase">
            {rows.map((project) => (
              <Project key={project.caseNo} roundNo={caseNo} project={project} mayChoose={organises} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

interface ProjectProps {
  readonly roundNo: string;
  readonly project: CompletedProject;
  readonly mayChoose: boolean;
}

function Project({ roundNo, project, mayChoose }: ProjectProps) {
  const t = useTexts(TEXTS);
  const [isOpen, setOpen] = useState(false);
  const { caseNo, title, organisation, photographs, pictures } = project;
  const shown = pictures.filter(({ withdrawn }) => withdrawn === null);
  const mayAdd = mayChoose && photographs > 0 && shown.length < SHOWCASE_PICTURES_MAX;
  return (
    <li>
      <div className="panel-head">
        <div>
          <h3>
            <Link to={`/projects/${caseNo}/activities`}>{title}</Link>
          </h3>
          <p className="muted">
            {organisation} · {t('shown', { n: shown.length, max: SHOWCASE_PICTURES_MAX })}
          </p>
        </div>
        {mayAdd ? (
          <Button aria-label={isOpen ? undefined : t('chooseOf', { title })} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'stop' : 'choose')}
          </Button>
        ) : null}
      </div>
      {photographs === 0 ? <p className="muted">{t('noPhotographs')}</p> : null}
      {shown.length === 0 ? null : (
        <ul className="rounds-published">
          {shown.map((picture) => (
            <PublishedPicture key={picture.id} roundNo={roundNo} picture={picture} mayTakeBack={mayChoose} />
          ))}
        </ul>
      )}
      {isOpen && mayAdd ? (
        <ShowcasePicker roundNo={roundNo} projectNo={caseNo} shown={shown.map(({ uploadId }) => uploadId)} />
      ) : null}
      <TakenBack pictures={pictures} />
    </li>
  );
}

function TakenBack({ pictures }: Pick<CompletedProject, 'pictures'>) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const lines = pictures.flatMap(({ id, caption, withdrawn }) =>
    withdrawn === null ? [] : [{ id, caption, ...withdrawn, at: minuteOf(withdrawn.at, language) }],
  );
  if (lines.length === 0) return null;
  return (
    <details className="rounds-showcase-back">
      <summary>{t('back')}</summary>
      <ul>
        {lines.map(({ id, ...line }) => (
          <li key={id}>{t('backLine', line)}</li>
        ))}
      </ul>
    </details>
  );
}
