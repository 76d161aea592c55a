/** What the papers of a yearly return rest on, by the type that the registry registered. */
const BASIS: Readonly<Record<string, string>> = {
  SOCIAL_GROUP: '《社会团体登记管理条例》',
  PRIVATE_NON_ENTERPRISE: '《民办非企业单位登记管理暂行条例》《民办非企业单位年度检查办法》',
  FOUNDATION: '《基金会管理条例》《基金会年度检查办法》',
};

/** The regulations under which an organisation of that registered type is inspected every year. */
export const inspectionBasis = (type: string): string => BASIS[type] ?? '社会组织登记管理法规关于年度检查的规定';
