import { choice, formed, maybe, text } from './field.js';

/** 文号: organ's mark, year, number (specification C7). */
export const DOC_NO = /^[\p{Script=Han}]{2,16}〔\d{4}〕\d{1,5}号$/u;
/** A masked resident identity number, `3304**********1234` (specification C8). */
const MASKED_ID = /^\d{4}\*{10}\d{3}[\dX]$/;
/** A masked phone number, `138****1234` or `0573-****12` (specification C8). */
const MASKED_PHONE = /^[\d-]{3,5}\*{4}\d{2,4}$/;
const VERIFICATION_CODE = /^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/;

/** The two kinds of temporary Party organisation (specification M01 E3). */
export const orgKind = () =>
  choice('组织类型', {
    TEMP_BRANCH: { zh: '临时党支部', flag: 'isTempBranch' },
    TEMP_GENERAL_BRANCH: { zh: '临时党总支', flag: 'isTempGeneralBranch' },
  });

export const docNo = (label = '文号') =>
  formed(label, DOC_NO, { essential: true, note: '由系统按机关、年度连续编号,如 内两新〔2026〕12号' });

export const maskedId = () => formed('身份证号(掩码)', MASKED_ID, { note: '只印前4位和后4位,如 3304**********1234' });

export const maskedPhone = (label = '联系电话(掩码)') =>
  formed(label, MASKED_PHONE, { note: '中间隐去,如 138****1234' });

/** 4 to 60 characters with the ending that says what it is (specification M01, APPLICATION.proposedName). */
export const partyOrgName = (label: string) =>
  formed(label, /^(?=.{4,60}$).*(?:临时党支部|临时党总支|临时支部委员会)$/u, {
    essential: true,
    note: '4至60字,以“临时党支部”“临时党总支”或“临时支部委员会”结尾',
  });

export const sex = () => choice('性别', { M: { zh: '男', flag: 'isMale' }, F: { zh: '女', flag: 'isFemale' } });

/** What every paper of a case carries. */
export const everyPaper = () => ({
  caseNo: text('办件编号', 40),
  verificationCode: formed('核验码', VERIFICATION_CODE, {
    essential: true,
    note: '16位,每4位一组;凭此核验文书真伪,每份文书都必须印出',
  }),
  verificationSite: maybe(text('核验网站', 120, { note: '本单位平台网址,可不填' })),
});

/** A designated or elected committee, one row a person (specification M01: 3–5, at most 7). */
export const committeeRow = () => ({ name: text('姓名', 40), post: text('职务', 40) });
