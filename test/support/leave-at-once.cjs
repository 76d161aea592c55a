// Loaded into every process of Jest that runs tests (start-servers.mjs). Jest gives it half a second to end, and on a busy machine Node takes
// longer merely to give back a gigabyte of heap, which Jest then reports as a leak. When nothing is left to do, the process leaves with its
// heap; one that still holds something never comes here and is reported as before.
process.once('beforeExit', () => process.exit());
