import { placeName } from '#domain/identifier/place-name.js';

const TOWN_DIGITS = 9;

interface Unit {
  readonly name: string;
  readonly divisionCode: string;
}

/** Towns and communities within an area, named after the units that are there. */
export function placesIn(area: string, units: readonly Unit[]): { value: string; label: string }[] {
  const names = new Map<string, string[]>();
  for (const { name, divisionCode } of units) {
    if (divisionCode.length < TOWN_DIGITS || !divisionCode.startsWith(area)) continue;
    names.set(divisionCode, [...(names.get(divisionCode) ?? []), name]);
  }
  return [...names]
    .map(([value, known]) => ({ value, label: placeName(known) ?? value }))
    .sort((a, b) => a.value.localeCompare(b.value));
}
