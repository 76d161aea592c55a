export { generalApproval } from './general-approval/general-approval.workflow.js';
export { tempPartyOrg } from './temp-party-org/temp-party-org.workflow.js';
export { broadcastPages } from './steps/broadcast.js';
export { ventureProject } from './venture-project/project.workflow.js';
export { ventureRound } from './venture-round/venture-round.workflow.js';
