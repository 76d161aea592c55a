// The security policy of the pages allows no code that is made at run time; zod would try it first, and the browser would complain. Zod takes this
// when it is first evaluated, which is before any schema that is made or used while modules load: so the start page imports it before all else.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
