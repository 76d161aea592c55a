import { DomainError } from '#domain/errors.js';

/** The division has a unit of this name. */
export class UnitNameTaken extends DomainError {
  constructor(name: string) {
    super({
      code: 'UNIT_NAME_TAKEN',
      status: 409,
      messageZh: `该区划内已有名为“${name}”的单位,请核对。`,
      messageEn: `The division has a unit called "${name}". Check the name.`,
      field: 'name',
    });
  }
}

/** A unit was to stand below itself or below one of its own. */
export class UnitBelowItself extends DomainError {
  constructor() {
    super({
      code: 'UNIT_BELOW_ITSELF',
      status: 422,
      messageZh: '上级单位不能是本单位或其下级单位,请另选。',
      messageEn: 'A unit cannot stand below itself or one of its own. Choose another superior.',
      field: 'parentId',
    });
  }
}
