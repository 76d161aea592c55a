import { partyOrgId } from '../reference/party-organisations.js';
import type { Bureau, PlaceKey } from '../reference/places.js';
import { ORG, personOf } from './handles.js';

/** Who sits in the council, counted by what M01's rules make of them; the countable ones come first, the chair among them. */
export interface CouncilMix {
  /** Full members whose relation was not transferred. */
  readonly countable: number;
  readonly probationary: number;
  /** Full members whose relation was transferred into the organisation. */
  readonly transferred: number;
  readonly others: number;
}

/** An invented organisation. */
export interface InventedOrganisation {
  readonly id: string;
  readonly place: PlaceKey;
  readonly name: string;
  readonly type: 'SOCIAL_GROUP' | 'PRIVATE_NON_ENTERPRISE' | 'FOUNDATION' | 'COMMUNITY_SOCIAL_ORG';
  readonly subtype?: 'INDUSTRY_ASSOCIATION' | 'SOCIAL_WORK_AGENCY' | 'PRIVATE_EDUCATION' | 'ELDER_CARE';
  readonly legalStatus: 'REGISTERED' | 'FILED' | 'CANCELLED';
  readonly supervisor: Bureau | null;
  readonly managementMode: 'TERRITORY' | 'INDUSTRY' | 'CATCH_ALL';
  readonly managingPartyOrgId: string;
  readonly term: 'RUNNING' | 'ENDING' | 'EXPIRED';
  readonly council: CouncilMix;
  /** Full members among the staff, outside the council. */
  readonly fullStaff: number;
  /** Absent: two years before its council's term began. */
  readonly registeredMonthsAgo?: number;
  /** A member of another council who sits in this one too. */
  readonly sharedMember?: string;
}

type Line = readonly [id: string, name: string, mix: readonly [number, number, number, number], more?: More];
type More = Partial<Omit<InventedOrganisation, 'id' | 'name' | 'place' | 'council'>>;

const NON_ENTERPRISE: More = { type: 'PRIVATE_NON_ENTERPRISE' };
const EDUCATION: More = { type: 'PRIVATE_NON_ENTERPRISE', subtype: 'PRIVATE_EDUCATION', supervisor: 'education' };
const ELDER_CARE: More = { type: 'PRIVATE_NON_ENTERPRISE', subtype: 'ELDER_CARE' };
const SOCIAL_WORK: More = { type: 'PRIVATE_NON_ENTERPRISE', subtype: 'SOCIAL_WORK_AGENCY' };
const TRADE: More = { subtype: 'INDUSTRY_ASSOCIATION', managementMode: 'INDUSTRY' };
const FILED: More = { type: 'COMMUNITY_SOCIAL_ORG', legalStatus: 'FILED', managementMode: 'TERRITORY' };
const village = (community: string): More => ({
  managementMode: 'TERRITORY',
  managingPartyOrgId: partyOrgId.community(community),
});

/** By place: id, name, council as [countable, probationary, transferred, others], what differs from a plain social group. */
const LINES: readonly (readonly [PlaceKey, readonly Line[]])[] = [
  [
    'neijiang',
    [
      [ORG.eligible, '内江市星禾助老服务协会', [5, 1, 0, 3]],
      [ORG.threeMembers, '内江市云麓科普促进会', [3, 0, 0, 4], { supervisor: 'science' }],
      [ORG.twoMembers, '内江市知远阅读推广中心', [2, 0, 0, 4], NON_ENTERPRISE],
      [ORG.probationaryThird, '内江市青木舞蹈协会', [2, 1, 0, 3], { supervisor: 'culture' }],
      [ORG.outsideCouncil, '内江市晨曦法律援助志愿者协会', [2, 0, 0, 5], { fullStaff: 2 }],
      [ORG.losesMember, '内江市文心书法研究会', [3, 0, 0, 3], { supervisor: 'culture' }],
      [ORG.withdrawn, '内江市百合营养健康促进会', [4, 0, 0, 2]],
      [
        ORG.unauthorised,
        '内江市明德课后辅导中心',
        [4, 0, 0, 2],
        { ...EDUCATION, managementMode: 'INDUSTRY', managingPartyOrgId: partyOrgId.educationGeneralBranch('neijiang') },
      ],
      [ORG.oneTransferred, '内江市蓝天山地救援队', [3, 0, 1, 3], NON_ENTERPRISE],
      [ORG.twoTransferred, '内江市松风护理院', [3, 0, 2, 2], ELDER_CARE],
      [ORG.threeTransferred, '内江市金桥商贸流通商会', [3, 0, 3, 3], { ...TRADE, supervisor: 'industry' }],
      ['org-neijiang-qiushi', '内江市求实统计学会', [6, 0, 0, 3], { supervisor: 'science' }],
      ['org-neijiang-tanghua', '内江市糖画技艺传承协会', [1, 1, 0, 5], { supervisor: 'culture' }],
    ],
  ],
  [
    'shizhong',
    [
      ['org-shizhong-yuzhang', '内江市市中区玉章义工联合会', [4, 0, 0, 4]],
      ['org-shizhong-liming', '内江市市中区黎明康复中心', [0, 1, 0, 5], NON_ENTERPRISE],
    ],
  ],
  [
    'dongxing',
    [
      ['org-dongxing-haoran', '内江市东兴区浩然乒乓球协会', [3, 1, 0, 3], { supervisor: 'sports' }],
      ['org-dongxing-hetang', '内江市东兴区荷塘幼儿园', [2, 0, 1, 3], EDUCATION],
    ],
  ],
  [
    'xiuzhou',
    [
      [ORG.sharedMemberFirst, '嘉兴市秀洲区合欢花灯研究会', [4, 0, 0, 3], { supervisor: 'culture' }],
      [
        ORG.sharedMemberSecond,
        '嘉兴市秀洲区云帆龙舟协会',
        [2, 0, 0, 4],
        { supervisor: 'sports', sharedMember: personOf(ORG.sharedMemberFirst, 1) },
      ],
      [ORG.village, '嘉兴市秀洲区田心农耕文化促进会', [4, 0, 0, 3], village('wangdian-205')],
      [
        'org-xiuzhou-yunhe',
        '嘉兴市秀洲区运河拾光社会工作服务中心',
        [3, 0, 0, 3],
        { ...SOCIAL_WORK, ...village('gaozhao-001') },
      ],
      ['org-xiuzhou-nongmin', '嘉兴市秀洲区麦浪农民画协会', [5, 1, 0, 4], { supervisor: 'culture' }],
      [
        'org-xiuzhou-taoyuan',
        '嘉兴市秀洲区桃源养老服务中心',
        [1, 0, 0, 5],
        { ...ELDER_CARE, ...village('xincheng-zhen-009') },
      ],
      ['org-xiuzhou-hehe', '秀洲区洪合镇和合邻里调解队', [3, 0, 0, 3], { ...FILED, ...village('honghe-207') }],
      ['org-xiuzhou-maoshan', '嘉兴市秀洲区毛衫产业互助协会', [6, 0, 1, 4], TRADE],
    ],
  ],
  [
    'pinghu',
    [
      [
        ORG.expiredCouncil,
        '平湖市海棠合唱团',
        [4, 0, 0, 3],
        { ...NON_ENTERPRISE, supervisor: 'culture', term: 'EXPIRED' },
      ],
      [ORG.endingCouncil, '平湖市东藤垂钓协会', [4, 0, 0, 3], { term: 'ENDING' }],
      [ORG.fiftyMembers, '平湖市联合制造业协会', [52, 3, 0, 6], { ...TRADE, supervisor: 'industry' }],
      ['org-pinghu-xigua', '平湖市西瓜灯工艺协会', [3, 0, 0, 4], { supervisor: 'culture' }],
      ['org-pinghu-chaoyang', '平湖市朝阳教育基金会', [4, 1, 0, 4], { type: 'FOUNDATION', supervisor: 'education' }],
      ['org-pinghu-dushan', '平湖市独山志愿服务联合会', [2, 2, 0, 3]],
    ],
  ],
  ['nanhu', [['org-nanhu-caihe', '嘉兴市南湖区采荷读书会', [3, 0, 0, 4], { supervisor: 'culture' }]]],
  [
    'jiefang',
    [
      [ORG.filed, '解放街道邻里互助会', [3, 0, 0, 3], FILED],
      ['org-jiefang-yinling', '解放街道银龄编织社', [2, 0, 0, 4], FILED],
      ['org-jiefang-anju', '嘉兴市南湖区解放街道安居社会工作服务站', [3, 0, 0, 2], SOCIAL_WORK],
      ['org-jiefang-weiguang', '嘉兴市南湖区解放街道微光助残中心', [4, 0, 0, 2], NON_ENTERPRISE],
    ],
  ],
  [
    'jimei',
    [
      [ORG.activeTemporary, '厦门市集美区海风导览志愿者协会', [4, 0, 0, 3], { supervisor: 'culture' }],
      [ORG.noMembers, '厦门市集美区蓝鲸棋牌协会', [0, 0, 0, 6]],
      ['org-jimei-aoyuan', '厦门市集美区鳌园诗词学会', [5, 0, 0, 3], { supervisor: 'culture' }],
      ['org-jimei-xuecun', '厦门市集美区学村青年社会工作服务中心', [3, 1, 0, 2], SOCIAL_WORK],
      ['org-jimei-jicheng', '厦门市集美区机承机械装备商会', [3, 0, 1, 5], { ...TRADE, supervisor: 'industry' }],
    ],
  ],
  [
    'xilingol',
    [
      [ORG.cancelled, '锡林郭勒盟白云毡艺协会', [3, 0, 0, 3], { legalStatus: 'CANCELLED' }],
      ['org-xilingol-caoyuan', '锡林郭勒盟草原生态保护志愿者协会', [6, 0, 0, 3], { supervisor: 'science' }],
      ['org-xilingol-matouqin', '锡林郭勒盟马头琴传习中心', [3, 1, 0, 3], { ...NON_ENTERPRISE, supervisor: 'culture' }],
      ['org-xilingol-muge', '锡林郭勒盟牧歌合作发展促进会', [2, 0, 0, 5]],
    ],
  ],
  ['xilinhot', [['org-xilinhot-boke', '锡林浩特市搏克运动协会', [3, 0, 0, 4], { supervisor: 'sports' }]]],
];

/** Every invented organisation. People are numbered by the order of this list, so a new line changes the people of those after it. */
export const INVENTED_ORGANISATIONS: readonly InventedOrganisation[] = LINES.flatMap(([place, lines]) =>
  lines.map((line) => organisationOf(place, line)),
);

function organisationOf(place: PlaceKey, [id, name, mix, more]: Line): InventedOrganisation {
  const [countable, probationary, transferred, others] = mix;
  return {
    id,
    place,
    name,
    type: 'SOCIAL_GROUP',
    legalStatus: 'REGISTERED',
    supervisor: null,
    managementMode: 'CATCH_ALL',
    managingPartyOrgId: partyOrgId.workCommittee(place),
    term: 'RUNNING',
    council: { countable, probationary, transferred, others },
    fullStaff: 0,
    ...more,
  };
}
