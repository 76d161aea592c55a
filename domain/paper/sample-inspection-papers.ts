import type { PaperData } from './paper-schema.js';
import { verificationCodeFrom } from './verification-code.js';

const everyPaper = {
  caseNo: 'M02-511000-2027-00031',
  verificationCode: verificationCodeFrom(new Uint8Array([18, 52, 86, 120, 154, 188, 222, 240, 17, 35])),
};
const about = {
  organ: '内江市示例民政局',
  organisationName: '内江市示例行业协会',
  organisationUscc: '51330482MJ0000001C',
  inspectedYear: 2026,
  basis: '《社会团体登记管理条例》',
};
const copyTo = [{ name: '内江市示例局（业务主管单位）' }];
const conclusionDocNo = '内民年检〔2027〕18号';

const INSPECTION_CONCLUSION: PaperData<'INSPECTION_CONCLUSION'> = {
  ...everyPaper,
  ...about,
  docNo: conclusionDocNo,
  conclusion: 'FAIL',
  replaces: false,
  grounds: [{ text: '违反规定使用资产' }],
  reasons: '经审查,2026年度有两笔支出不符合章程规定的业务范围。',
  rectifyDays: 30,
  signer: '孙示例',
  noticeDate: '2027-06-10',
  copyTo,
};

const TALK_NOTICE: PaperData<'TALK_NOTICE'> = {
  ...everyPaper,
  ...about,
  docNo: '内民约〔2027〕6号',
  conclusion: 'FAIL',
  conclusionDocNo,
  heldOn: '2027-06-22',
  reasons: '说明2026年度资产使用情况。',
  contactName: '李示例',
  noticeDate: '2027-06-15',
};

const RECTIFICATION_ORDER: PaperData<'RECTIFICATION_ORDER'> = {
  ...everyPaper,
  ...about,
  docNo: '内民责改〔2027〕6号',
  conclusion: 'FAIL',
  conclusionDocNo,
  items: [{ wanted: '收回不符合业务范围的支出,并报送银行回单。' }, { wanted: '修订财务管理制度,经理事会通过后报备。' }],
  dueDate: '2027-07-26',
  talkedOn: '2027-06-22',
  contactName: '李示例',
  noticeDate: '2027-06-24',
  copyTo,
};

/** Invented papers of a yearly return. */
export const SAMPLE_INSPECTION_PAPERS = { INSPECTION_CONCLUSION, TALK_NOTICE, RECTIFICATION_ORDER } as const;
