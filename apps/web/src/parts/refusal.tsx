import { Alert, Button } from 'antd';

import { Away, ProblemError } from '../api/problem.js';
import { useLanguage, useTexts } from '../text/language.js';
import type { Language } from '../text/language.js';
import { typeset } from '../text/typeset.js';
import { inputIdsOf, toldByLabels } from './told-by-labels.js';

const TEXTS = {
  away: [
    '网络不通,无法连接服务器。请检查网络后重试;已填写的内容不会丢失。',
    'The server cannot be reached. Check the network and try again; what you wrote is kept.',
  ],
  broken: ['页面出现问题,请刷新后重试。', 'Something went wrong on this page. Reload it and try again.'],
  again: ['重试', 'Try again'],
  request: ['请求编号 {id}', 'Request {id}'],
} as const;

/** The sentence for whatever failed; never a bare code. */
export function sentenceOf(error: unknown, language: Language): string {
  const at = language === 'zh' ? 0 : 1;
  if (error instanceof ProblemError)
    return language === 'zh' ? typeset(error.problem.messageZh) : error.problem.messageEn;
  const words = error instanceof Away ? TEXTS.away[at] : TEXTS.broken[at];
  return language === 'zh' ? typeset(words) : words;
}

interface Props {
  readonly error: unknown;
  readonly again?: (() => unknown) | undefined;
  /** What the way out is called where it is no second try. */
  readonly againName?: string;
}

/** Why something could not be done or shown, with a way to try again where there is one. */
export function Refusal({ error, again, againName }: Props) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (error === null || error === undefined) return null;
  const id = error instanceof ProblemError && error.problem.status >= 500 ? error.problem.requestId : '';
  return (
    <Alert
      className="refusal"
      type={error instanceof Away ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={sentenceOf(toldByLabels(error, labelOnPage), language)}
      description={id === '' ? undefined : t('request', { id })}
      action={again === undefined ? undefined : <Button onClick={() => void again()}>{againName ?? t('again')}</Button>}
    />
  );
}

/** What the page calls the field at a path in the body; null when it has no such field. */
function labelOnPage(path: string): string | null {
  const labels = inputIdsOf(path).map((id) => document.querySelector(`label[for="${CSS.escape(id)}"]`));
  return labels.find((label) => label !== null)?.textContent ?? null;
}
