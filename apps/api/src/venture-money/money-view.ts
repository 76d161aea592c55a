import { z } from 'zod';

import type { Database } from '#prisma/client.js';
import { caseReadingStore } from '#prisma/stores/case-reading.store.js';
import { executionStore } from '#prisma/stores/venture-money/execution.store.js';
import type { MoneyView } from './money.schemas.js';

const BySource = z.array(z.object({ source: z.string(), fen: z.number() }));
const Schedule = z.array(
  z.object({
    ...{ source: z.string(), no: z.int(), fen: z.number(), release: z.string() },
    milestone: z.string().nullable().default(null),
    taskId: z.string().nullable().default(null),
    financeTaskId: z.string().nullable().default(null),
    dueFen: z.number().nullable().default(null),
  }),
);
const Account = z.object({
  ...{ holderId: z.string(), bank: z.string(), tail: z.string() },
  proofUploadId: z.string().nullable().default(null),
});
const Terms = z.object({ purpose: z.string().default(''), namingRight: z.string().nullable().default(null) });

/** Everything about the money of a project, as `readerId` sees it. */
export async function moneyView(database: Database, projectId: string, readerId: string): Promise<MoneyView> {
  const { rows } = database;
  const where = { projectId };
  const [agreement, adoptions, orders, returns, budget] = await Promise.all([
    rows.fundingAgreement.findUnique({ where }),
    rows.adoption.findMany({ where, orderBy: { sponsorSignedAt: 'asc' } }),
    rows.paymentOrder.findMany({ where, orderBy: [{ seq: 'asc' }, { id: 'asc' }] }),
    rows.moneyReturn.findMany({ where, orderBy: { no: 'asc' } }),
    executionStore(database).budget(projectId),
  ]);
  const [sponsors, users] = await Promise.all([
    rows.sponsor.findMany({ where: { id: { in: adoptions.map(({ sponsorId }) => sponsorId) } } }),
    caseReadingStore(database).userNames(orders.flatMap(({ signers }) => signers)),
  ]);
  return {
    agreement: agreement && agreementView(agreement),
    adoptions: adoptions.map(({ id, sponsorId, mode, fen, status, terms, disclosure, sponsorSignedBy }) => ({
      ...{ deedId: id, sponsor: sponsorId, mode, fen: Number(fen), status, disclosure, ...Terms.parse(terms) },
      sponsorName: sponsors.find((sponsor) => sponsor.id === sponsorId)?.name ?? '',
      mine: sponsorSignedBy === readerId,
    })),
    orders: orders.map(({ id, source, instalment, fen, signers, orderedAt }) => ({
      ...{ id, source, instalment, fen: Number(fen), signers, orderedAt: orderedAt.toISOString() },
      signerNames: signers.map((userId) => users.get(userId) ?? ''),
    })),
    returnDue: BySource.parse(agreement?.returnDue ?? []),
    returns: returns.map(({ no, source, fen, at, uploadId }) => ({
      ...{ no, source, fen: Number(fen), uploadId, at: at.toISOString() },
    })),
    budget,
  };
}

type Agreement = NonNullable<Awaited<ReturnType<Database['rows']['fundingAgreement']['findUnique']>>>;

const agreementView = (agreement: Agreement): NonNullable<MoneyView['agreement']> => ({
  status: agreement.status,
  hash: agreement.contentHash,
  documentId: agreement.documentId,
  totalFen: Number(agreement.totalFen),
  bySource: BySource.parse(agreement.bySource),
  instalments: Schedule.parse(agreement.schedule),
  account: agreement.account === null ? null : Account.parse(agreement.account),
  termFrom: dayOf(agreement.termFrom),
  termTo: dayOf(agreement.termTo),
  frozen: agreement.frozenAt !== null,
  hostSignedAt: agreement.hostSignedAt?.toISOString() ?? null,
  applicantSignedAt: agreement.applicantSignedAt?.toISOString() ?? null,
});

const dayOf = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;
