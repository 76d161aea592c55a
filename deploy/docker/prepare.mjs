// Before the API and the worker start: migrations, the official calendars and, where there is no user yet, the first administrator.
// Safe to run again and by several at once. Reads DATABASE_URL; BANJIE_ADMIN_PASSWORD (and BANJIE_ADMIN_USERNAME, default admin) for the
// first administrator; BANJIE_DEMONSTRATION=1 with BANJIE_DATA_KEY and BANJIE_SECRET loads the demonstration data into an empty database.
import { hashPassword } from 'better-auth/crypto';

import { openDatabase } from '#prisma/client.js';
import { loadDemonstration } from '#prisma/demonstration/load.js';
import { migrate } from '#prisma/migrate.js';
import { loadReference } from '#prisma/reference/load.js';
import { administrationStore } from '#prisma/stores/administration.store.js';

const env = process.env;
const say = (line) => process.stdout.write(`${line}\n`);
const required = (name) => env[name] || fail(`${name} 未设置 is not set`);

function fail(line) {
  process.stderr.write(`✗ ${line}\n`);
  process.exit(2);
}

const PASSWORD_MIN = 10;
const databaseUrl = required('DATABASE_URL');
const password = env.BANJIE_ADMIN_PASSWORD ?? '';
if (password !== '' && password.length < PASSWORD_MIN)
  fail(`BANJIE_ADMIN_PASSWORD 不少于 ${PASSWORD_MIN} 位 has at least ${PASSWORD_MIN} characters`);

say(`✓ 数据表 schema: ${await migrate(databaseUrl)} 项更新 migrations applied`);
await loadReference(databaseUrl);
say('✓ 官方节假日 official calendars');

const database = openDatabase(databaseUrl);
try {
  if ((await administrationStore(database).users(null, 1)).length > 0) say('· 已有用户 there are users already');
  else if (env.BANJIE_DEMONSTRATION === '1') {
    await loadDemonstration(databaseUrl, required('BANJIE_DATA_KEY'), required('BANJIE_SECRET'));
    say('✓ 演示数据 demonstration data');
  } else if (password !== '') await firstAdministrator(env.BANJIE_ADMIN_USERNAME || 'admin', password);
  else say('! 没有用户 no user: set BANJIE_ADMIN_PASSWORD and run this again');
} finally {
  await database.close();
}

/** The user, the role and their lines in the chain of administration, together or not at all. */
async function firstAdministrator(username, newPassword) {
  const passwordHash = await hashPassword(newPassword);
  const at = Date.now();
  await database.transact(async (tx) => {
    const store = administrationStore(tx);
    const { id } = await store.createUser({ username, name: '系统管理员', personId: null, passwordHash });
    const grant = { userId: id, role: 'ADMIN', unitId: null, organisationId: null };
    const grantId = await store.createGrant({ ...grant, validFrom: new Date(at), validTo: null });
    await store.log({ act: 'user.created', actorId: id, at, subject: id, facts: { personId: null } });
    await store.log({ act: 'grant.created', actorId: id, at, subject: id, facts: { grantId, role: 'ADMIN' } });
  });
  say(`✓ 管理员 administrator: ${username}`);
}
