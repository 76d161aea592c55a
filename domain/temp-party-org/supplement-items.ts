/** What a supplement notice can ask for in this matter, as it is printed. The wording of each item is the official's own. */
export const SUPPLEMENT_ITEMS: Readonly<Record<string, string>> = {
  COUNCIL_RESOLUTION: '理事会决议',
  MEMBER_CERTIFICATE: '党员身份证明',
  ROSTER: '党员名册',
  FORM: '申请书',
  OTHER: '其他材料',
};

/** On what the papers of this matter rest; printed in the reply and the notices. */
export const PAPER_BASIS = '《中国共产党支部工作条例（试行）》和本地社会组织临时党组织工作指引';
