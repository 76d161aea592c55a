/**
 * How often one address may ask for what a round publishes, a minute; all its public routes count together. A hall full of phones may share one
 * address, and a page asks for four things.
 */
export const PUBLIC_LOOK_UPS = 600;
