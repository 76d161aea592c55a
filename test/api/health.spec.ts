import { expect, it } from '@jest/globals';

import { testServers } from '../support/servers.js';
import { openApi } from './api.js';

it('sees PostgreSQL, Temporal and the years of the calendar, and that no worker asks for work', async () => {
  const api = await openApi({ temporalAddress: testServers().temporalAddress });
  try {
    const year = new Date().getUTCFullYear();
    await api.database.rows.calendarYear.create({
      data: { year, source: 'DEMONSTRATION', holidays: [], makeUpDays: [] },
    });

    expect(await api.http().get('/api/v1/health')).toMatchObject({
      status: 503,
      body: { ok: false, database: true, temporal: true, worker: false, calendarMissing: [year + 1] },
    });
  } finally {
    await api.close();
  }
});
