import type { PaperData } from './paper-schema.js';
import { verificationCodeFrom } from './verification-code.js';

const [lottery, adopted] = ['福彩公益金', '爱心企业认领'];
const instalment = (source: string, no: number, release: string, yuan: string) => ({
  source,
  instalment: no,
  release,
  yuan,
});

/** An invented agreement of a venture project. */
export const SAMPLE_AGREEMENT: PaperData<'FUNDING_AGREEMENT'> = {
  caseNo: 'M03P-330402008-2026-00007',
  verificationCode: verificationCodeFrom(new Uint8Array([18, 52, 86, 120, 154, 188, 222, 240, 17, 36])),
  docNo: '嘉解街协〔2026〕3号',
  host: '解放街道办事处',
  grantee: '内江市示例社会工作服务中心',
  granteeUscc: '52330482MJ0000001A',
  roundTitle: '解放街道首届公益创投大赛',
  projectTitle: '银龄相伴·独居老人关爱',
  projectClass: '常规项目',
  amounts: [
    { source: lottery, yuan: '10,000.00' },
    { source: adopted, yuan: '5,000.00' },
  ],
  totalYuan: '15,000.00',
  totalHan: '壹万伍仟元整',
  usesLottery: true,
  inKind: [{ mode: '实物', yuan: '2,000.00' }],
  instalments: [
    instalment(lottery, 1, '协议签署后', '5,000.00'),
    instalment(lottery, 2, '中期评估合格后', '3,000.00'),
    instalment(lottery, 3, '项目结项后', '2,000.00'),
    instalment(adopted, 1, '协议签署后', '2,500.00'),
    instalment(adopted, 2, '中期评估合格后', '1,500.00'),
    instalment(adopted, 3, '项目结项后', '1,000.00'),
  ],
  objectives: [{ indicator: '上门探访', target: 480, unit: '人次' }],
  executionMonths: 12,
  signDays: 15,
  shiftPercent: 10,
  returnDays: 30,
  barYears: 3,
  preparedOn: '2026-05-12',
};
