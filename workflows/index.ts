export { generalApproval } from './general-approval/general-approval.workflow.js';
