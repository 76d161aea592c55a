-- CreateTable
CREATE TABLE "PublicNotice" (
    "caseId" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "taskId" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "settledAt" TIMESTAMP(3),
    "upheld" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PublicNotice_pkey" PRIMARY KEY ("caseId","no")
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "notice" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "byUserId" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "evidenceUploadIds" TEXT[],
    "filedAt" TIMESTAMP(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'FILED',
    "taskId" TEXT,
    "takenAt" TIMESTAMP(3),
    "answeredAt" TIMESTAMP(3),
    "remedy" TEXT,
    "answerRequestId" TEXT,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AwardPlan" (
    "roundId" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "rankingSeq" INTEGER NOT NULL,
    "plan" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "proposedAt" TIMESTAMP(3),

    CONSTRAINT "AwardPlan_pkey" PRIMARY KEY ("roundId","no")
);

-- CreateTable
CREATE TABLE "Award" (
    "projectId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "planNo" INTEGER NOT NULL,
    "noticeNo" INTEGER,
    "class" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "why" TEXT,
    "fen" BIGINT NOT NULL,
    "bySource" JSONB NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Award_pkey" PRIMARY KEY ("projectId")
);

-- CreateTable
CREATE TABLE "Sponsor" (
    "id" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "representative" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Sponsor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Adoption" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "sponsorId" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "terms" JSONB NOT NULL,
    "deedHash" TEXT NOT NULL,
    "linkedToApplicant" BOOLEAN NOT NULL DEFAULT false,
    "disclosure" TEXT,
    "sponsorSignedBy" TEXT NOT NULL,
    "sponsorSignedAt" TIMESTAMP(3) NOT NULL,
    "applicantSignedBy" TEXT,
    "applicantSignedAt" TIMESTAMP(3),
    "status" TEXT NOT NULL DEFAULT 'OFFERED',
    "paidAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Adoption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FundingAgreement" (
    "projectId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "documentId" TEXT,
    "bySource" JSONB NOT NULL,
    "totalFen" BIGINT NOT NULL,
    "schedule" JSONB NOT NULL,
    "account" JSONB,
    "contentHash" TEXT NOT NULL,
    "termFrom" DATE,
    "termTo" DATE,
    "extendedAt" TIMESTAMP(3),
    "hostSignedBy" TEXT,
    "hostSignedAt" TIMESTAMP(3),
    "applicantSignedBy" TEXT,
    "applicantSignedAt" TIMESTAMP(3),
    "status" TEXT NOT NULL DEFAULT 'OFFERED',
    "frozenAt" TIMESTAMP(3),
    "frozenBy" TEXT,

    CONSTRAINT "FundingAgreement_pkey" PRIMARY KEY ("projectId")
);

-- CreateTable
CREATE TABLE "PaymentOrder" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "instalment" INTEGER NOT NULL,
    "roundId" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "release" TEXT NOT NULL,
    "signers" TEXT[],
    "account" JSONB NOT NULL,
    "seq" INTEGER NOT NULL,
    "orderedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PaymentOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MoneyReturn" (
    "projectId" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "roundId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "takenBy" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MoneyReturn_pkey" PRIMARY KEY ("projectId","no","source")
);

-- CreateTable
CREATE TABLE "ProjectActivity" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "milestone" TEXT,
    "personTimes" INTEGER NOT NULL,
    "newPersons" INTEGER NOT NULL,
    "volunteers" INTEGER NOT NULL,
    "hours" DECIMAL(65,30) NOT NULL,
    "spentFen" BIGINT NOT NULL,
    "signInUploadId" TEXT,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "confirmedBy" TEXT,
    "confirmedAt" TIMESTAMP(3),
    "reportNo" INTEGER,

    CONSTRAINT "ProjectActivity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityEvidence" (
    "sha256" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "ActivityEvidence_pkey" PRIMARY KEY ("activityId","uploadId")
);

-- CreateTable
CREATE TABLE "Voucher" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "fen" BIGINT NOT NULL,
    "spentOn" DATE NOT NULL,
    "payee" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "activityId" TEXT,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Voucher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChangeRequest" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "ChangeRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectReport" (
    "projectId" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "words" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "filedBy" TEXT NOT NULL,
    "filedAt" TIMESTAMP(3) NOT NULL,
    "takenAt" TIMESTAMP(3),

    CONSTRAINT "ProjectReport_pkey" PRIMARY KEY ("projectId","no")
);

-- CreateTable
CREATE TABLE "ProjectEvaluation" (
    "projectId" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "roundId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "evaluatorUserId" TEXT,
    "acceptedFen" BIGINT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ProjectEvaluation_pkey" PRIMARY KEY ("projectId","no")
);

-- CreateTable
CREATE TABLE "BarredApplicant" (
    "organisationId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "ground" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BarredApplicant_pkey" PRIMARY KEY ("organisationId","projectId")
);

-- CreateIndex
CREATE INDEX "Objection_caseId_notice_subject_idx" ON "Objection"("caseId", "notice", "subject");

-- CreateIndex
CREATE INDEX "Objection_byUserId_filedAt_idx" ON "Objection"("byUserId", "filedAt");

-- CreateIndex
CREATE INDEX "Award_roundId_outcome_idx" ON "Award"("roundId", "outcome");

-- CreateIndex
CREATE UNIQUE INDEX "Sponsor_uscc_key" ON "Sponsor"("uscc");

-- CreateIndex
CREATE UNIQUE INDEX "Sponsor_userId_key" ON "Sponsor"("userId");

-- CreateIndex
CREATE INDEX "Adoption_projectId_status_idx" ON "Adoption"("projectId", "status");

-- CreateIndex
CREATE INDEX "Adoption_sponsorId_idx" ON "Adoption"("sponsorId");

-- CreateIndex
CREATE INDEX "PaymentOrder_roundId_idx" ON "PaymentOrder"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentOrder_projectId_source_instalment_key" ON "PaymentOrder"("projectId", "source", "instalment");

-- CreateIndex
CREATE INDEX "MoneyReturn_roundId_idx" ON "MoneyReturn"("roundId");

-- CreateIndex
CREATE INDEX "ProjectActivity_projectId_startsOn_idx" ON "ProjectActivity"("projectId", "startsOn");

-- CreateIndex
CREATE INDEX "ProjectActivity_roundId_idx" ON "ProjectActivity"("roundId");

-- CreateIndex
CREATE INDEX "ActivityEvidence_sha256_idx" ON "ActivityEvidence"("sha256");

-- CreateIndex
CREATE INDEX "Voucher_projectId_idx" ON "Voucher"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "Voucher_projectId_sha256_line_key" ON "Voucher"("projectId", "sha256", "line");

-- CreateIndex
CREATE INDEX "ChangeRequest_projectId_idx" ON "ChangeRequest"("projectId");

-- CreateIndex
CREATE INDEX "ProjectEvaluation_roundId_idx" ON "ProjectEvaluation"("roundId");

-- CreateIndex
CREATE INDEX "BarredApplicant_organisationId_until_idx" ON "BarredApplicant"("organisationId", "until");

-- What was ordered, and what came back, only grows, as the ledger does.
DO $$
DECLARE grows text;
BEGIN
  FOREACH grows IN ARRAY ARRAY['PaymentOrder', 'MoneyReturn'] LOOP
    EXECUTE format(
      'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION banjie_append_only()',
      grows
    );
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', grows);
  END LOOP;
END $$;
