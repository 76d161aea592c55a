import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { isCaseNumber } from '#domain/identifier/case-number.js';
import { isDivisionCode } from '#domain/identifier/division-code.js';
import { isDocumentNumber } from '#domain/identifier/document-number.js';
import { isPhone } from '#domain/identifier/phone.js';
import { isResidentId } from '#domain/identifier/resident-id.js';
import { isUscc } from '#domain/identifier/uscc.js';
import { z } from 'zod';
import { difference, outcomeOf } from '../outcome.js';
import type { CaseRunner } from '../outcome.js';

const IdentifierCase = z.object({ type: z.string(), value: z.string() });

const TYPES = new Map<string, (value: string) => boolean>([
  ['uscc', isUscc],
  ['residentId', (value) => isResidentId(value, shanghaiDate(Date.now()))],
  ['divisionCode', isDivisionCode],
  ['caseNo', isCaseNumber],
  ['caseNumber', isCaseNumber],
  ['docNo', isDocumentNumber],
  ['documentNumber', isDocumentNumber],
  ['phone', isPhone],
]);

/** `identifier`: whether a text is a valid identifier of its type. */
export const runIdentifier: CaseRunner = (golden) => {
  const { type, value } = IdentifierCase.parse(golden);
  const isValid = TYPES.get(type);
  if (isValid === undefined) return `unknown type of identifier "${type}"`;
  return difference(
    golden,
    outcomeOf(() => isValid(value)),
  );
};
