const PLACE = /^(?:中共)?(.*(?:省|自治区|市|区|县|旗|盟|州|街道|镇|乡|苏木|社区|村))/;

/**
 * What a place is called, read from the names of the units that are there: their common beginning up to the word for a place, of several the
 * shortest. `内江市民政局` and `中共内江市委社会工作部` give 内江市; null when no name holds such a word.
 */
export function placeName(unitNames: readonly string[]): string | null {
  const places = unitNames.flatMap((name) => PLACE.exec(name)?.[1] ?? []);
  return places.reduce<string | null>((best, one) => (best === null || one.length < best.length ? one : best), null);
}
