import { z } from 'zod';

import { defineAct } from '#domain/process/acts.js';

const none = () => z.strictObject({});

/** 承诺: freezes the lists and publishes the hash of the seed. */
export const CommitDraw = defineAct({ kind: 'commitDraw', zh: '冻结名单并公布承诺', en: 'commit', facts: none });

/** 抽取: draws with the committed seed, once. `beaconValue`: the public number that the terms name. */
export const Draw = defineAct({
  kind: 'drawChecks',
  zh: '抽取',
  en: 'draw',
  duty: 'SIGN',
  facts: () => z.strictObject({ beaconValue: z.string().trim().min(1).max(500).optional() }),
});

/** 取消抽查: only before the draw. */
export const CancelDraw = defineAct({
  kind: 'cancelDraw',
  zh: '取消抽查',
  en: 'cancel the draw',
  facts: none,
  needsReasons: () => true,
});

/** 提交检查表: an inspector files, and signs, the sheet of that version; the others are asked to sign. */
export const FileSheet = defineAct({
  kind: 'fileSheet',
  zh: '提交检查表',
  en: 'file the check sheet',
  facts: () => z.strictObject({ version: z.int().min(1).max(1000) }),
});

/** 公示检查结果. */
export const PublishResult = defineAct({
  kind: 'publishResult',
  zh: '公示检查结果',
  en: 'publish the result',
  facts: none,
});

/** 终止检查: it cannot take place. */
export const AbandonCheck = defineAct({
  kind: 'abandonCheck',
  zh: '终止检查',
  en: 'abandon the check',
  facts: none,
  needsReasons: () => true,
});

/** The acts of a draw beside the common ones. */
export const RANDOM_CHECK_ACTS = [CommitDraw, Draw, CancelDraw] as const;

/** The acts of one check beside the common ones. */
export const DRAWN_CHECK_ACTS = [FileSheet, PublishResult, AbandonCheck] as const;
