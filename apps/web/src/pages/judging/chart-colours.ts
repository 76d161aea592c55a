/** A colour of the style sheet, for a picture that is drawn on a canvas. */
export const colour = (name: '--brand' | '--good' | '--soon' | '--late' | '--muted' | '--line'): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();
