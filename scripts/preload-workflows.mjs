// Evaluated once in the sandbox of the workflows, before it is frozen, and shared by all cases.
import { z } from 'zod';

// zod keeps no state of a case, and making its classes is most of what a case would do at its start. The call keeps the bundler from
// leaving out an import that nothing else uses here.
z.config({ jitless: true });

// For its stack-trace query the SDK writes down the stack at which every promise of a workflow is made: one frame of it says enough,
// ten cost a case more than its rules do.
Error.stackTraceLimit = 1;
