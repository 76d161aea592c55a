import type { paths } from '../../../generated/api.js';

/** A kind of paper, as addresses name it. */
export type Kind = paths['/api/v1/templates/{kind}/fields']['get']['parameters']['path']['kind'];
