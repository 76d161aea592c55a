/** What the forms of a unit say. */
export const UNIT_TEXTS = {
  add: ['新增单位', 'Add a unit'],
  change: ['更改单位', 'Change the unit'],
  name: ['单位名称', 'Name'],
  agencyType: ['单位类型', 'Kind'],
  level: ['层级', 'Level'],
  divisionCode: ['行政区划代码', 'Division code'],
  divisionWrong: ['6、9 或 12 位数字', '6, 9 or 12 digits'],
  parent: ['上级单位', 'Superior'],
  noParent: ['无上级', 'None'],
  docWord: ['机关代字', 'Word of its document numbers'],
  docWordHint: [
    '文号中年份前的字,如“内民”;不发文的单位不填。',
    'Before the year in a document number; empty when it issues none.',
  ],
  leader: ['单位负责人', 'Leader'],
  leaderHint: ['待办超期时向其上报。', 'Overdue tasks are reported to them.'],
  noLeader: ['未指定', 'Nobody'],
  findLeader: ['查找姓名', 'Find a name'],
  effect: [
    '新名称用于以后出具的文书,已出具的不变。',
    'The new name is used from now on; papers issued before keep the old one.',
  ],
  choose: ['请选择', 'Choose'],
  wanted: ['请填写', 'To be filled in'],
  save: ['保存', 'Save'],
} as const;
