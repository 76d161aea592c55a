export { generalApproval } from './general-approval/general-approval.workflow.js';
export { tempPartyOrg } from './temp-party-org/temp-party-org.workflow.js';
export { broadcastPages } from './steps/broadcast.js';
export { ventureProject } from './venture-project/project.workflow.js';
export { ventureRound } from './venture-round/venture-round.workflow.js';
export { drawnCheckPage } from './random-check/check-pages.js';
export { drawnCheck } from './random-check/drawn-check.workflow.js';
export { randomCheck } from './random-check/random-check.workflow.js';
