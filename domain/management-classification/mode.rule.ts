import { DomainError } from '#domain/errors.js';

/** 三元管理: 属地, 行业, 兜底 (specification M08). */
export type ManagementMode = 'TERRITORY' | 'INDUSTRY' | 'CATCH_ALL';

/** What the mode of an organisation is decided from. */
export interface ModeGrounds {
  /** It depends on the town or street: premises, funding, service area. */
  readonly dependsOnTown: boolean;
  /** One authority of its industry is clearly in charge. */
  readonly clearIndustryAuthority: boolean;
}

/** Thrown when both grounds hold: the comprehensive Party committee rules by hand. */
export class ClassificationAmbiguous extends DomainError {
  constructor() {
    super({
      code: 'CLS_AMBIGUOUS',
      status: 422,
      messageZh: '该组织既有明确行业主管、又依托镇街,请提交综合党委裁定管理方式。',
      messageEn:
        'The organisation has a clear industry authority and depends on the town as well. Ask the comprehensive Party committee to rule.',
    });
  }
}

/**
 * The mode that the grounds lead to; what fits neither falls to the comprehensive Party committee. Throws
 * CLS_AMBIGUOUS when both hold.
 */
export function managementMode({ dependsOnTown, clearIndustryAuthority }: ModeGrounds): ManagementMode {
  if (dependsOnTown && clearIndustryAuthority) throw new ClassificationAmbiguous();
  if (clearIndustryAuthority) return 'INDUSTRY';
  return dependsOnTown ? 'TERRITORY' : 'CATCH_ALL';
}
