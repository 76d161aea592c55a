import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { refusalTable } from '#domain/temp-party-org/errors.js';
import { DEFAULT_SETTINGS } from '#domain/temp-party-org/settings.js';
import { stateTable } from '#domain/temp-party-org/state-table.js';

const guide = readFileSync(join(import.meta.dirname, '../../docs/matters/temp-party-org.zh-CN.md'), 'utf8');

/** The cells of the first table after a heading, without the line under its head. */
function tableAfter(heading: string): string[][] {
  const after = guide.slice(guide.indexOf(heading) + heading.length);
  const table = after.slice(after.indexOf('\n|') + 1);
  const lines = table.slice(0, table.search(/\n(?!\|)/u)).split('\n');
  const cells = lines.map((line) => line.split('|').slice(1, -1));
  return cells.filter((_, at) => at !== 1).map((row) => row.map((text) => text.trim()));
}

describe("the officials' guide to temporary Party organisations", () => {
  it('prints the states exactly as they are declared', () => {
    expect(tableAfter('## 三、状态与流转')).toEqual(stateTable());
  });

  it('prints every refusal with what it says', () => {
    expect(tableAfter('## 六、系统拒绝办理时')).toEqual(refusalTable());
  });

  it('states the limits that are in force by default', () => {
    const limits = tableAfter('## 四、期限与提醒').map(([, limit]) => limit);
    const { intakeCheckWD, intakeAnswerWD, verifyWD, replyWD, fileWD, recordWD, rosterWD, graceCD } = DEFAULT_SETTINGS;
    const workingDays = [intakeCheckWD, intakeAnswerWD, verifyWD, replyWD, fileWD, recordWD, rosterWD];
    expect(limits.slice(1)).toEqual([...workingDays.map((days) => `${days}个工作日`), `${graceCD}日`]);
  });
});
