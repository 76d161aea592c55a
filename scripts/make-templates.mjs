/**
 * Writes the Word templates of `templates/` from scratch: `node scripts/make-templates.mjs`.
 * The .docx files are what counts and may be edited in Word; run this only to start over from the plain design.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreement } from './agreement-template.mjs';
import { conclusion, rectification, talk } from './inspection-templates.mjs';
import { copies, letterhead, signature } from './paper-parts.mjs';
import { SEAL, UPRIGHT, endSection, form, p, pageBreak, roster, run, wordFile } from './word.mjs';

const folder = join(import.meta.dirname, '..', 'templates');

const application = [
  p('PaperTitle', '关于成立{proposedName}的申请书'),
  p('Addressee', '{superiorOrganisation}:'),
  p(
    'PaperBody',
    '我单位{organisationName}{#organisationUscc}(统一社会信用代码{organisationUscc}){/organisationUscc}现有理事会成员{councilSize}名,本届理事会任期自{councilTermStart}起至{councilTermEnd}止。理事会成员中,组织关系未转入本单位的正式党员共{countedMembers}名(名册附后)。为加强党的建设,现申请成立{proposedName}({kind}),任期与理事会任期一致。有关情况如下:',
  ),
  p('Heading', '一、申请理由'),
  p('PaperBody', '{reason}'),
  p('TagLine', '{#generalBranchNeed}'),
  p('PaperBody', '设立临时党总支的理由:{generalBranchNeed}'),
  p('TagLine', '{/generalBranchNeed}'),
  p('Heading', '二、拟任人选'),
  p(
    'PaperBody',
    '拟由{secretaryCandidate}同志任书记{#deputyCandidate},{deputyCandidate}同志任副书记{/deputyCandidate}{#committee},{name}同志任{post}{/committee}。书记与社会组织负责人一肩挑:{isOneShoulder}。{#oneShoulderReason}未一肩挑的理由:{oneShoulderReason}{/oneShoulderReason}',
  ),
  p(
    'PaperBody',
    '双向进入、交叉任职:{^crossAppointments}暂无。{/crossAppointments}{#crossAppointments}{name}同志任{partyPost}、{managementPost}({direction}){#more};{/more}{^more}。{/more}{/crossAppointments}',
  ),
  p('Heading', '三、活动计划'),
  p('PaperBody', '{activityPlan}'),
  p('PaperBody', '活动场所:{#venue}{venue}{/venue}{^venue}待定{/venue}。'),
  p('PaperBody', '妥否,请批示。'),
  p('PaperBody', ''),
  p('Attachment', '附件:1.{proposedName}成员名册'),
  p('AttachmentNext', '2.{councilResolution}'),
  p('AttachmentNext', '3.成员所在党组织出具的身份证明', '<w:keepNext/>'),
  ...signature('{organisationName}', '{applicationDateHan}'),
  p('PaperBody', '(经办人:{applicantName})'),
  endSection(),
  p('FormTitle', '{proposedName}成员名册'),
  p('FormCaption', '共{membersCount}人,其中计入{countedMembers}人。身份证号、联系电话已作掩码处理。'),
  roster(
    'members',
    [480, 1060, 480, 1240, 2060, 1260, 1320, 960, 2436, 1240, 1240],
    [
      ['序号', '{no}'],
      ['姓名', '{name}'],
      ['性别', '{sex}'],
      ['出生日期', '{birthDateShort}'],
      ['身份证号及电话', '{idNoMasked} {phoneMasked}'],
      ['理事会职务', '{councilPost}'],
      ['拟任党内职务', '{#partyPost}{partyPost}{/partyPost}{^partyPost}—{/partyPost}'],
      ['组织关系', '{relationStatus}'],
      ['组织关系所在党组织及证明', '{homePartyOrg}{#certificate}({certificate}){/certificate}'],
      ['转为正式党员日期', '{fullSinceShort}'],
      ['本人确认日期', '{#confirmedAt}{confirmedAtShort}{/confirmedAt}{^confirmedAt}待确认{/confirmedAt}'],
    ],
  ),
];

const reply = [
  ...letterhead(),
  p(
    'PaperTitle',
    '{#isApproved}关于同意成立{approvedName}的批复{/isApproved}{#isRefused}关于不同意成立{proposedName}的批复{/isRefused}',
  ),
  p('Addressee', '{organisationName}:'),
  p(
    'PaperBody',
    '你单位{applicationDate}《关于成立{proposedName}的申请书》收悉。经{#studiedAt}{studiedAt}{/studiedAt}研究,根据{basis},现批复如下:',
  ),
  p('TagLine', '{#isApproved}'),
  p('PaperBody', '一、同意成立{approvedName}({kind}),隶属{superiorOrganisation}。'),
  p(
    'PaperBody',
    '二、指定{secretary}同志任书记{#deputy},{deputy}同志任副书记{/deputy}{#committee},{name}同志任{post}{/committee}。',
  ),
  p(
    'PaperBody',
    '三、任期与你单位理事会任期一致,自{termStart}起至{termEnd}止。理事会提前或者延期换届的,任期随之调整。',
  ),
  p('PaperBody', '四、请在规定期限内持本批复办理备案。'),
  p('TagLine', '{#conditionsCount}'),
  p('PaperBody', '五、有关要求:', '<w:keepNext/>'),
  p('TagLine', '{/conditionsCount}'),
  p('TagLine', '{#conditions}'),
  p('PaperBody', '({no}){text}'),
  p('TagLine', '{/conditions}'),
  p('TagLine', '{/isApproved}'),
  p('TagLine', '{#isRefused}'),
  p('PaperBody', '不同意成立{proposedName}。理由如下:'),
  p('PaperBody', '{reasons}'),
  p(
    'PaperBody',
    '暂不具备单独组建条件的,可以申请建立联合党支部,或者由上级党组织选派党建指导员开展党的工作。对本批复有不同意见的,可以向上一级党组织反映。',
  ),
  p('TagLine', '{/isRefused}'),
  p('PaperBody', '此复。', '<w:keepNext/>'),
  ...signature('{organ}', '{replyDateHan}'),
  ...copies('{replyDate}'),
];

const [a, b] = [1700, UPRIGHT / 2 - 1700];
const filing = [
  p('FormTitle', '临时党组织备案表'),
  p('FormCaption', '{#filingNo}备案号:{filingNo}    {/filingNo}报送日期:{submittedAt}'),
  form(
    [a, b, a, b],
    [
      ['社会组织名称', '{organisationName}'],
      [
        '统一社会信用代码',
        '{#organisationUscc}{organisationUscc}{/organisationUscc}{^organisationUscc}无{/organisationUscc}',
        '组织类型',
        '{kind}',
      ],
      ['党组织名称', '{partyOrgName}'],
      ['批复机关', '{replyOrgan}', '批复文号', '{replyDocNo}'],
      ['批复日期', '{replyDate}', '隶属党组织', '{superiorOrganisation}'],
      ['任期', '自{termStart}起至{termEnd}止'],
      ['书记', '{secretary}', '副书记', '{#deputy}{deputy}{/deputy}{^deputy}无{/deputy}'],
      ['委员', '{#committee}{name}({post}){#more}、{/more}{/committee}{^committee}不设委员{/committee}'],
      ['联系人', '{contactName}', '联系电话', '{contactPhoneMasked}'],
    ],
  ),
  p('FormCaption', '成员名册(共{rosterCount}人)', '<w:spacing w:before="240"/>'),
  roster(
    'roster',
    [460, 1000, 460, 2060, 980, 1040, 1604, 1240],
    [
      ['序号', '{no}'],
      ['姓名', '{name}'],
      ['性别', '{sex}'],
      ['身份证号(掩码)', '{idNoMasked}'],
      ['党内职务', '{#partyPost}{partyPost}{/partyPost}{^partyPost}—{/partyPost}'],
      ['理事会职务', '{councilPost}'],
      ['组织关系所在党组织', '{homePartyOrg}'],
      ['转正日期', '{fullSinceShort}'],
    ],
  ),
  p('FormCaption', '办理意见', '<w:spacing w:before="240"/>'),
  form(
    [a, UPRIGHT - a],
    [
      [
        '备案机关意见',
        p('TableProse', '{result}。{#isReturned}退回事项:{#items}{no}.{text}{#more};{/more}{/items}。{/isReturned}') +
          p('TableSignature', `${run('{filingOrgan}')}${SEAL}`) +
          p('TableSignature', '{filedAtHan}'),
      ],
      ['经办人', '{signer}'],
      ['抄送', '{#copyTo}{name}{#more}、{/more}{/copyTo}{^copyTo}无{/copyTo}'],
    ],
  ),
  pageBreak(),
  p('FormTitle', '{#isFiled}备案回执{/isFiled}{#isReturned}备案退回通知{/isReturned}'),
  p('Addressee', '{organisationName}:'),
  p('TagLine', '{#isFiled}'),
  p(
    'PaperBody',
    '你单位{submittedAt}报送的{partyOrgName}备案材料收悉。经核对,批复文号为{replyDocNo},材料齐全,现予以备案,备案号为{filingNo}。任期自{termStart}起至{termEnd}止。',
  ),
  p('PaperBody', '成员、书记或者任期发生变化的,请按规定办理变更备案。', '<w:keepNext/>'),
  p('TagLine', '{/isFiled}'),
  p('TagLine', '{#isReturned}'),
  p('PaperBody', '你单位{submittedAt}报送的{partyOrgName}备案材料收悉。经核对,下列事项需要更正,现予退回:'),
  p('TagLine', '{#items}'),
  p('PaperBody', '{no}.{text}'),
  p('TagLine', '{/items}'),
  p('PaperBody', '请更正后重新报送。', '<w:keepNext/>'),
  p('TagLine', '{/isReturned}'),
  ...signature('{filingOrgan}', '{filedAtHan}'),
];

const supplement = [
  p('PaperTitle', '补正通知书', '<w:spacing w:after="120"/>'),
  p('DocNo', '{docNo}', '<w:spacing w:after="480"/>'),
  p('Addressee', '{organisationName}:'),
  p(
    'PaperBody',
    '你单位{submittedAt}提交的{matterName}申请({caseNo})收悉。经审查,申请材料需要补正。{#basis}根据{basis},{/basis}现将需要补正的全部内容一次性告知如下:',
  ),
  roster(
    'items',
    [700, 2500, 2822, 2822],
    [
      ['序号', '{no}'],
      ['材料或事项', '{item}'],
      ['存在问题', '{problem}'],
      ['补正要求', '{requirement}'],
    ],
  ),
  p(
    'PaperBody',
    '请自收到本通知的次日起{answerDays}个工作日内补正并提交,最迟不超过{dueDate}(含当日)。补正期间不计入办理期限。逾期未补正的,视为撤回申请;撤回后可以重新申请。',
    '<w:spacing w:before="240"/>',
  ),
  p('PaperBody', '联系人:{contactName},联系电话:{contactPhone}。', '<w:keepNext/>'),
  ...signature('{organ}', '{noticeDateHan}'),
];

const notice = [
  ...letterhead(),
  p(
    'PaperTitle',
    '{#isRenewed}关于{partyOrgName}任期延续的通知{/isRenewed}{#isConverted}关于{partyOrgName}转为正式党组织的通知{/isConverted}{#isRevoked}关于撤销{partyOrgName}的通知{/isRevoked}',
  ),
  p('Addressee', '{organisationName}:'),
  p(
    'PaperBody',
    '{partyOrgName}经{replyDocNo}批复成立,任期自{termStart}起至{termEnd}止。根据{basis},现就{event}事项通知如下:',
  ),
  p('TagLine', '{#isRenewed}'),
  p(
    'PaperBody',
    '一、同意{partyOrgName}延续,新任期与你单位理事会任期一致,自{newTermStart}起至{newTermEnd}止。{#newCaseNo}延续办件编号为{newCaseNo}。{/newCaseNo}',
  ),
  p('PaperBody', '二、{#secretary}{secretary}同志任书记。{/secretary}{^secretary}书记人选不变。{/secretary}'),
  p('TagLine', '{/isRenewed}'),
  p('TagLine', '{#isConverted}'),
  p('PaperBody', '一、{partyOrgName}自{effectiveDate}起转为正式党组织,成立{formalName},临时党组织同时终止。'),
  p('PaperBody', '二、请按规定选举产生领导班子。{#secretary}筹备期间由{secretary}同志负责。{/secretary}'),
  p('TagLine', '{/isConverted}'),
  p('TagLine', '{#isRevoked}'),
  p('PaperBody', '一、自{effectiveDate}起撤销{partyOrgName}。'),
  p(
    'PaperBody',
    '二、党员继续参加组织关系所在党组织的组织生活,有关资料请及时移交。对本通知有不同意见的,可以向上一级党组织反映。',
  ),
  p('TagLine', '{/isRevoked}'),
  p('TagLine', '{#reasons}'),
  p('PaperBody', '理由:{reasons}'),
  p('TagLine', '{/reasons}'),
  p('PaperBody', '本通知自{effectiveDate}起生效。', '<w:keepNext/>'),
  ...signature('{organ}', '{noticeDateHan}'),
  ...copies('{noticeDate}'),
];

const files = {
  'temp-party-org.application.docx': wordFile(application, 'sideways'),
  'temp-party-org.reply.docx': wordFile(reply),
  'temp-party-org.filing.docx': wordFile(filing, 'form'),
  'supplement-notice.docx': wordFile(supplement),
  'temp-party-org.notice.docx': wordFile(notice),
  'annual-inspection.conclusion.docx': wordFile(conclusion),
  'annual-inspection.talk.docx': wordFile(talk),
  'annual-inspection.rectification.docx': wordFile(rectification),
  'venture-project.agreement.docx': wordFile(agreement),
};
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
