import { z } from 'zod';

// The security policy of the pages allows no code that is made at run time; zod would try it first, and the browser would complain.
z.config({ jitless: true });
