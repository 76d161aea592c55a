const TOWN_DIGITS = 9;

interface Unit {
  readonly name: string;
  readonly divisionCode: string;
}

/** Towns and communities within an area; of several units at one place the shortest name, without what is only the office's. */
export function placesIn(area: string, units: readonly Unit[]): { value: string; label: string }[] {
  const names = new Map<string, string>();
  for (const { name, divisionCode } of units) {
    if (divisionCode.length < TOWN_DIGITS || !divisionCode.startsWith(area)) continue;
    const place = name
      .replace(/^中共/, '')
      .replace(/(两新|社会组织|党群|综合|工作委员会|党委|委员会|居民委员会).*$/, '');
    const known = names.get(divisionCode);
    if (known === undefined || place.length < known.length) names.set(divisionCode, place);
  }
  return [...names]
    .map(([value, label]) => ({ value, label: label === '' ? value : label }))
    .sort((a, b) => a.value.localeCompare(b.value));
}
