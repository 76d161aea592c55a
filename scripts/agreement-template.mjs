/** The 资助协议 of a venture project (M03). */
import { when } from './paper-parts.mjs';
import { p, roster } from './word.mjs';

export const agreement = [
  p('PaperTitle', '公益创投项目资助协议', '<w:spacing w:after="120"/>'),
  p('DocNo', '协议编号:{#docNo}{docNo}{/docNo}{^docNo}{caseNo}{/docNo}', '<w:spacing w:after="480"/>'),
  p('PaperBody', '甲方(主办单位):{host}'),
  p('PaperBody', '乙方(申报单位):{grantee}{#granteeUscc}(统一社会信用代码{granteeUscc}){/granteeUscc}'),
  p(
    'PaperBody',
    '经{roundTitle}评审、公示,乙方申报的{projectClass}“{projectTitle}”获得资助。双方就项目实施和资金使用达成如下协议:',
  ),
  p('Heading', '一、资助金额和来源'),
  p('PaperBody', '资助总额为人民币{totalYuan}元(大写:{totalHan}),按来源分列如下:'),
  roster(
    'amounts',
    [900, 4972, 2972],
    [
      ['序号', '{no}'],
      ['资金来源', '{source}'],
      ['金额(元)', '{yuan}'],
    ],
  ),
  ...when(
    'inKindCount',
    p(
      'PaperBody',
      '另有认领的实物和服务:{#inKind}{mode}(折价{yuan}元){#more};{/more}{/inKind}。实物和服务不计入资助总额。',
      '<w:spacing w:before="120"/>',
    ),
  ),
  p('Heading', '二、拨付计划'),
  roster(
    'instalments',
    [900, 2600, 1000, 2372, 1972],
    [
      ['序号', '{no}'],
      ['资金来源', '{source}'],
      ['期次', '第{instalment}期'],
      ['拨付条件', '{release}'],
      ['金额(元)', '{yuan}'],
    ],
  ),
  p(
    'PaperBody',
    '资金只拨付至乙方以本单位名义开立的账户。每期拨付由甲方两名不同的人员签署。末期以验收认可的支出为限。',
    '<w:spacing w:before="120"/>',
  ),
  p('Heading', '三、执行期和绩效指标'),
  p('PaperBody', '执行期为{executionMonths}个月,自双方签署完毕之日起算。乙方承诺完成下列指标:'),
  roster(
    'objectives',
    [900, 4572, 1986, 1386],
    [
      ['序号', '{no}'],
      ['指标', '{indicator}'],
      ['目标值', '{target}'],
      ['单位', '{unit}'],
    ],
  ),
  p('Heading', '四、资金使用和审计监督'),
  p(
    'PaperBody',
    '乙方应当专款专用、单独核算,保存全部凭证;预算科目之间的调剂不超过该科目{shiftPercent}%的,报甲方备案,超过的须经甲方批准。乙方接受甲方、审计机关和资金提供方的检查、审计和绩效评价,并按期提交中期报告和结项报告。',
  ),
  p('PaperBody', '项目结项后未使用的资金,乙方应当在{returnDays}日内按来源退回。'),
  p('Heading', '五、资金来源的公示'),
  p(
    'PaperBody',
    '乙方应当在项目场所、宣传材料和成果中公示资金来源。{#usesLottery}使用福彩公益金的活动和物资,应当在显著位置标明“彩票公益金资助——中国福利彩票和中国体育彩票”。{/usesLottery}甲方公开本项目的资助金额、执行情况和验收结果。',
  ),
  p('Heading', '六、违约责任'),
  p(
    'PaperBody',
    '乙方弄虚作假、挪用资金、无正当理由不实施项目或者拒不接受监督的,甲方可以停止拨付、终止本协议,追回已经拨付而未按约定使用的资金,并在{barYears}年内不受理其申报;构成犯罪的,依法追究刑事责任。甲方无正当理由不按期拨付的,应当书面说明并尽快拨付,由此延误的时间不计入执行期。',
  ),
  p('Heading', '七、变更和其他'),
  p('PaperBody', '本协议的变更须经双方同意并留存记录。争议由双方协商解决;协商不成的,依法向甲方所在地人民法院起诉。'),
  p(
    'PaperBody',
    '本协议由甲方于{preparedOn}拟定,乙方应当在{signDays}个工作日内签署,逾期视为放弃。双方在本平台对本文件的SHA-256校验值作电子签署,签署人和签署时间以办件台账为准;双方签署完毕之日起生效。',
  ),
  p('PaperBody', ''),
  p('PaperBody', '甲方:{host}(电子签署)', '<w:keepNext/>'),
  p('PaperBody', '乙方:{grantee}(电子签署)', '<w:keepNext/>'),
  p('SignatureDate', '{preparedOnHan}'),
];
