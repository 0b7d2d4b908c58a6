import { z } from 'zod';

// Its compiler needs `new Function`, which the Content-Security-Policy forbids; even trying is reported.
z.config({ jitless: true });

export { z };
