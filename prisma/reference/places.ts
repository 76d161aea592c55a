import type { AdministrativeLevel } from '#domain/terms/unit-terms.js';

/** The keys of `PLACES`, superiors first. */
export const PLACE_KEYS = [
  'neijiang',
  'shizhong',
  'dongxing',
  'jiaxing',
  'xiuzhou',
  'pinghu',
  'nanhu',
  'jiefang',
  'xiamen',
  'jimei',
  'xilingol',
  'xilinhot',
  'xinghua',
] as const;

export type PlaceKey = (typeof PLACE_KEYS)[number];

/** A place with the organs that handle cases there. Divisions are real (GB/T 2260); who works there is invented. */
export interface Place {
  readonly divisionCode: string;
  readonly name: string;
  readonly level: AdministrativeLevel;
  /** The place one level up, if it has organs too. */
  readonly within?: PlaceKey;
  /** The Party work committee for the two new kinds of organisation (两新工委). */
  readonly workCommittee: string;
  /** 机关代字 of the work committee and, with another ending, of its other organs. */
  readonly word: string;
  /** The comprehensive Party committee (综合党委), where there is one, and whether it may approve probationary members. */
  readonly comprehensive?: { readonly canApprove: boolean };
  /** Business supervisory units (业务主管单位). */
  readonly bureaus: readonly Bureau[];
}

/** Kinds of supervisory unit that the places have. */
export type Bureau = 'education' | 'culture' | 'science' | 'sports' | 'industry';

export const BUREAUS: Readonly<Record<Bureau, string>> = {
  education: '教育局',
  culture: '文化广电和旅游局',
  science: '科学技术协会',
  sports: '体育局',
  industry: '工商业联合会',
};

/** The places, superiors first. */
export const PLACES: Readonly<Record<PlaceKey, Place>> = {
  neijiang: {
    divisionCode: '511000',
    name: '内江市',
    level: 'PREFECTURE',
    workCommittee: '中共内江市委两新组织工作委员会',
    word: '内',
    comprehensive: { canApprove: false },
    bureaus: ['education', 'culture', 'science', 'industry'],
  },
  shizhong: {
    divisionCode: '511002',
    name: '内江市市中区',
    level: 'COUNTY',
    within: 'neijiang',
    workCommittee: '中共内江市市中区委两新组织工作委员会',
    word: '内市中',
    bureaus: ['education', 'culture'],
  },
  dongxing: {
    divisionCode: '511011',
    name: '内江市东兴区',
    level: 'COUNTY',
    within: 'neijiang',
    workCommittee: '中共内江市东兴区委两新组织工作委员会',
    word: '内东',
    bureaus: ['education', 'sports'],
  },
  jiaxing: {
    divisionCode: '330400',
    name: '嘉兴市',
    level: 'PREFECTURE',
    workCommittee: '中共嘉兴市委两新组织工作委员会',
    word: '嘉',
    bureaus: ['education', 'science'],
  },
  xiuzhou: {
    divisionCode: '330411',
    name: '嘉兴市秀洲区',
    level: 'COUNTY',
    within: 'jiaxing',
    workCommittee: '中共嘉兴市秀洲区委两新组织工作委员会',
    word: '秀',
    comprehensive: { canApprove: true },
    bureaus: ['education', 'culture', 'sports'],
  },
  pinghu: {
    divisionCode: '330482',
    name: '平湖市',
    level: 'COUNTY',
    within: 'jiaxing',
    workCommittee: '中共平湖市委两新组织工作委员会',
    word: '平',
    comprehensive: { canApprove: true },
    bureaus: ['education', 'culture', 'industry'],
  },
  nanhu: {
    divisionCode: '330402',
    name: '嘉兴市南湖区',
    level: 'COUNTY',
    within: 'jiaxing',
    workCommittee: '中共嘉兴市南湖区委两新组织工作委员会',
    word: '南',
    bureaus: ['education', 'culture'],
  },
  jiefang: {
    divisionCode: '330402008',
    name: '嘉兴市南湖区解放街道',
    level: 'TOWN',
    within: 'nanhu',
    workCommittee: '中共嘉兴市南湖区解放街道两新组织工作委员会',
    word: '解街',
    bureaus: [],
  },
  xiamen: {
    divisionCode: '350200',
    name: '厦门市',
    level: 'PREFECTURE',
    workCommittee: '中共厦门市委两新组织工作委员会',
    word: '厦',
    bureaus: ['education'],
  },
  jimei: {
    divisionCode: '350211',
    name: '厦门市集美区',
    level: 'COUNTY',
    within: 'xiamen',
    workCommittee: '中共厦门市集美区委两新组织工作委员会',
    word: '集',
    comprehensive: { canApprove: false },
    bureaus: ['education', 'culture', 'industry'],
  },
  xilingol: {
    divisionCode: '152500',
    name: '锡林郭勒盟',
    level: 'PREFECTURE',
    workCommittee: '中共锡林郭勒盟委两新组织工作委员会',
    word: '锡',
    bureaus: ['education', 'culture', 'science'],
  },
  xilinhot: {
    divisionCode: '152502',
    name: '锡林浩特市',
    level: 'COUNTY',
    within: 'xilingol',
    workCommittee: '中共锡林浩特市委两新组织工作委员会',
    word: '锡市',
    bureaus: ['education', 'sports'],
  },
  xinghua: {
    divisionCode: '321281',
    name: '兴化市',
    level: 'COUNTY',
    workCommittee: '中共兴化市委两新组织工作委员会',
    word: '兴',
    bureaus: [],
  },
};
