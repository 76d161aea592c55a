import type { CaseView, TimelineEntry } from '../../api/case.js';
import { FileLink } from '../../parts/file-link.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import type { Texts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { roleLabel } from '../home/roles.js';

const TEXTS = {
  title: ['办理过程', 'What happened'],
  system: ['系统', 'The system'],
  forWhom: ['代 {name} 办理', 'for {name}'],
  attachment: ['附件 {n}', 'Attachment {n}'],
} as const;

const VERDICTS = {
  AGREE: ['同意', 'agreed'],
  REFUSE: ['不同意', 'refused'],
  ABSTAIN: ['弃权', 'abstained'],
  CONFIRM: ['确认', 'confirmed'],
  DECLINE: ['不予确认', 'declined'],
} as const satisfies Texts;

/** Every record of the case with who acted and what they wrote. */
export function Timeline({ entries, view }: { readonly entries: readonly TimelineEntry[]; readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  return (
    <section className="panel case-timeline">
      <h2>{t('title')}</h2>
      <ol className="timeline">
        {[...entries].reverse().map((entry) => (
          <li key={entry.seq}>
            <Entry entry={entry} view={view} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, view }: { readonly entry: TimelineEntry; readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const verdictText = useTexts(VERDICTS);
  const label = useLabel();
  const language = useLanguage();
  const { actor, onBehalfOf, verdict, opinion, fileIds } = entry;
  const who =
    actor === null
      ? t('system')
      : [actor.name, actor.unit, actor.role === null ? '' : label(roleLabel(actor.role))].filter(Boolean).join(' · ');
  const nameOf = (id: string, n: number) =>
    view.files.find(({ uploadId }) => uploadId === id)?.name ?? t('attachment', { n: n + 1 });
  const said = verdict !== null && isVerdict(verdict) ? verdictText(verdict) : '';
  return (
    <>
      <div className="entry-head">
        <b>{label(entry)}</b>
        {verdict === null || said === '' || said === label(entry) ? null : (
          <span className={`verdict verdict-${verdict.toLowerCase()}`}>{said}</span>
        )}
        <span className="muted">→ {label(entry.state)}</span>
        <time className="muted" dateTime={entry.at}>
          {minuteOf(entry.at, language)}
        </time>
      </div>
      <div className="muted">
        {who}
        {onBehalfOf?.name ? `(${t('forWhom', { name: onBehalfOf.name })})` : ''}
      </div>
      {opinion !== null && opinion !== '' ? <blockquote>{opinion}</blockquote> : null}
      {fileIds.map((id, n) => (
        <FileLink key={id} address={`/api/v1/uploads/${id}`} name={nameOf(id, n)} />
      ))}
    </>
  );
}

const isVerdict = (verdict: string): verdict is keyof typeof VERDICTS => Object.hasOwn(VERDICTS, verdict);
