// Evaluated once in the sandbox of the workflows, before it is frozen. For its stack-trace query the SDK writes down the stack at
// which every promise of a workflow is made: one frame of it says enough, ten cost a case more than its rules do.
Error.stackTraceLimit = 1;
