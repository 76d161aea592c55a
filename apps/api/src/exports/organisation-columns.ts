import { labelOf } from '#domain/terms/term.js';
import { TERMS } from '#domain/terms/terms.js';
import { ORGANISATION_COLUMNS } from '#domain/workbook/sheets.js';
import type { OrganisationView } from '../organisations/organisation.schemas.js';
import type { CellValue } from '../workbooks/write-workbook.js';
import type { ExportColumn } from './exported-list.js';

/** An organisation and the names of its units. */
export interface ExportedOrganisation extends OrganisationView {
  readonly supervisoryUnit: string | null;
  readonly registryUnit: string | null;
}

const yesNo = (yes: boolean) => (yes ? '是' : '否');
const day = (iso: string | null | undefined): CellValue => (iso == null ? null : { day: iso });

const C = ORGANISATION_COLUMNS;

/** With the headings of the sheet from which organisations are imported. */
export const EXPORTED_ORGANISATION: readonly ExportColumn<ExportedOrganisation>[] = [
  { zh: C.name.zh, width: 36, value: ({ name }) => name },
  { zh: C.uscc.zh, width: 22, value: ({ uscc }) => uscc },
  { zh: C.usccWaiver.zh, value: ({ usccWaiver }) => yesNo(usccWaiver) },
  { zh: C.filingNo.zh, width: 22, value: ({ filingNo }) => filingNo },
  { zh: C.type.zh, width: 16, value: ({ type }) => type.zh },
  { zh: C.subtype.zh, width: 16, value: ({ subtype }) => subtype?.zh ?? null },
  { zh: C.legalStatus.zh, value: ({ legalStatus }) => legalStatus.zh },
  { zh: C.registeredAt.zh, holds: 'day', value: ({ registeredAt }) => day(registeredAt) },
  { zh: C.endedOn.zh, holds: 'day', value: ({ endedOn }) => day(endedOn) },
  { zh: C.charity.zh, value: ({ charity }) => yesNo(charity) },
  { zh: C.level.zh, width: 16, value: ({ level }) => labelOf(TERMS.administrativeLevels, level).zh },
  { zh: C.divisionCode.zh, value: ({ divisionCode }) => divisionCode },
  { zh: C.address.zh, width: 40, value: ({ address }) => address },
  { zh: C.fieldTags.zh, width: 24, value: ({ fieldTags }) => fieldTags.join('、') },
  { zh: C.termStart.zh, holds: 'day', value: ({ councilTerm }) => day(councilTerm?.start) },
  { zh: C.termEnd.zh, holds: 'day', value: ({ councilTerm }) => day(councilTerm?.end) },
  { zh: C.councilSize.zh, holds: 'number', value: ({ councilSize }) => councilSize },
  { zh: C.charterPartyBuilding.zh, value: ({ charterPartyBuilding }) => yesNo(charterPartyBuilding) },
  { zh: C.managementMode.zh, width: 14, value: ({ managementMode }) => managementMode?.zh ?? null },
  { zh: C.supervisoryUnit.zh, width: 26, value: ({ supervisoryUnit }) => supervisoryUnit },
  { zh: C.registryUnit.zh, width: 26, value: ({ registryUnit }) => registryUnit },
];
