import type { CaseView } from '../../api/case.js';
import { FileLink } from '../../parts/file-link.js';
import { useTexts } from '../../text/language.js';
import type { ReturnView } from './return-queries.js';
import './returns.css';

const TEXTS = {
  result: ['整改结果:{words}', 'Result: {words}'],
  none: ['未报送', 'not handed in'],
  evidence: ['证明材料 {n}', 'Evidence {n}'],
  done: ['核验:已完成', 'verified: done'],
  undone: ['核验:未完成', 'verified: not done'],
} as const;

interface Props {
  readonly item: ReturnView['rectification']['items'][number];
  readonly view: CaseView;
}

/** One item of a rectification: what was wanted, what was done, its evidence and what the officers found. */
export function RectifiedItem({ item: { wanted, result, evidenceUploadIds, done }, view }: Props) {
  const t = useTexts(TEXTS);
  const nameOf = (id: string, n: number) =>
    view.files.find(({ uploadId }) => uploadId === id)?.name ?? t('evidence', { n: n + 1 });
  return (
    <>
      <b className="prose">{wanted}</b>
      {done === null ? null : <span className={done ? 'due-good' : 'due-late'}> {t(done ? 'done' : 'undone')}</span>}
      <p className="prose">{t('result', { words: result ?? t('none') })}</p>
      {evidenceUploadIds.map((id, n) => (
        <FileLink key={id} address={`/api/v1/uploads/${id}`} name={nameOf(id, n)} />
      ))}
    </>
  );
}
