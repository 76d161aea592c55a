/** What several papers have in common: the red head, the place of the seal, the lines at the end. */
import { SEAL, TAB, p, run } from './word.mjs';

export const letterhead = () => [p('Letterhead', '{organ}文件'), p('DocNo', '{docNo}'), p('RedLine', '')];

export const signature = (organ, date) => [
  p('PaperBody', '', '<w:keepNext/>'),
  p('Signature', `${run(organ)}${SEAL}`),
  p('SignatureDate', date),
];

const RECIPIENTS = '抄送:{#copyTo}{name}{#more},{/more}{/copyTo}{^copyTo}无{/copyTo}。';

export const copies = (date, signer = '签发人:{signer}') => [
  p('PaperBody', ''),
  p('Edition', RECIPIENTS),
  p('Edition', signer),
  p('Edition', `${run('{organ}')}${TAB}${run(`${date}印发`)}`),
];

/** Paragraphs that stand only while the condition holds. */
export const when = (condition, ...paragraphs) => [
  p('TagLine', `{#${condition}}`),
  ...paragraphs,
  p('TagLine', `{/${condition}}`),
];
