-- CreateTable
CREATE TABLE "Judge" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "personId" TEXT,
    "fields" TEXT[],
    "employerId" TEXT,
    "employerName" TEXT,
    "evaluatedOrganisationIds" TEXT[],
    "maxLoad" INTEGER NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "Judge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PanelMember" (
    "roundId" TEXT NOT NULL,
    "judgeId" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "maxLoad" INTEGER NOT NULL,
    "drawId" TEXT,
    "addedBy" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "leftAt" TIMESTAMP(3),
    "chainSeq" INTEGER NOT NULL DEFAULT 0,
    "chainHash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PanelMember_pkey" PRIMARY KEY ("roundId","judgeId")
);

-- CreateTable
CREATE TABLE "PanelDraw" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "commitment" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "candidates" TEXT[],
    "openedBy" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "word" TEXT,
    "witnessedBy" TEXT,
    "drawnAt" TIMESTAMP(3),
    "drawn" TEXT[],

    CONSTRAINT "PanelDraw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JudgeConflict" (
    "roundId" TEXT NOT NULL,
    "judgeId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "JudgeConflict_pkey" PRIMARY KEY ("projectId","judgeId","ground")
);

-- CreateTable
CREATE TABLE "JudgeAssignment" (
    "roundId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "judgeId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "matched" TEXT[],
    "jobId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "JudgeAssignment_pkey" PRIMARY KEY ("projectId","judgeId")
);

-- CreateTable
CREATE TABLE "AssignmentJob" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "refusal" JSONB,
    "requestedBy" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "AssignmentJob_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScoreSheet" (
    "projectId" TEXT NOT NULL,
    "judgeId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "halves" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "sealId" TEXT,
    "lockedAt" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ScoreSheet_pkey" PRIMARY KEY ("projectId","judgeId")
);

-- CreateTable
CREATE TABLE "SealedSheet" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "judgeId" TEXT NOT NULL,
    "halves" JSONB NOT NULL,
    "totalHalves" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SealedSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SheetChainEntry" (
    "roundId" TEXT NOT NULL,
    "judgeId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "SheetChainEntry_pkey" PRIMARY KEY ("roundId","judgeId","seq")
);

-- CreateTable
CREATE TABLE "RoundScoring" (
    "roundId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "closedAt" TIMESTAMP(3),
    "root" TEXT,
    "stageSeed" TEXT,
    "stageWord" TEXT,
    "onStage" TEXT,

    CONSTRAINT "RoundScoring_pkey" PRIMARY KEY ("roundId")
);

-- CreateTable
CREATE TABLE "StageSlot" (
    "roundId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "calledAt" TIMESTAMP(3),
    "endsAt" TIMESTAMP(3),
    "leftAt" TIMESTAMP(3),

    CONSTRAINT "StageSlot_pkey" PRIMARY KEY ("roundId","projectId")
);

-- CreateTable
CREATE TABLE "RoundRanking" (
    "roundId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "policyHash" TEXT NOT NULL,
    "resultHash" TEXT NOT NULL,
    "votes" JSONB NOT NULL,
    "undecided" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "publishedAt" TIMESTAMP(3),

    CONSTRAINT "RoundRanking_pkey" PRIMARY KEY ("roundId","seq")
);

-- CreateTable
CREATE TABLE "RoundResult" (
    "roundId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "score" TEXT NOT NULL,
    "untrimmedMean" TEXT NOT NULL,
    "sheets" INTEGER NOT NULL,
    "meetsFloor" BOOLEAN NOT NULL,
    "toldApartBy" TEXT,
    "outliers" JSONB NOT NULL,

    CONSTRAINT "RoundResult_pkey" PRIMARY KEY ("roundId","seq","projectId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Judge_userId_key" ON "Judge"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "PanelMember_alias_key" ON "PanelMember"("alias");

-- CreateIndex
CREATE INDEX "PanelMember_judgeId_idx" ON "PanelMember"("judgeId");

-- CreateIndex
CREATE INDEX "PanelDraw_roundId_idx" ON "PanelDraw"("roundId");

-- CreateIndex
CREATE INDEX "JudgeConflict_roundId_judgeId_idx" ON "JudgeConflict"("roundId", "judgeId");

-- CreateIndex
CREATE INDEX "JudgeAssignment_roundId_judgeId_idx" ON "JudgeAssignment"("roundId", "judgeId");

-- CreateIndex
CREATE INDEX "AssignmentJob_roundId_at_idx" ON "AssignmentJob"("roundId", "at");

-- CreateIndex
CREATE INDEX "ScoreSheet_roundId_judgeId_idx" ON "ScoreSheet"("roundId", "judgeId");

-- CreateIndex
CREATE INDEX "SheetChainEntry_projectId_idx" ON "SheetChainEntry"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "StageSlot_roundId_position_key" ON "StageSlot"("roundId", "position");

-- Locked marks only grow, as the ledger does.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "SheetChainEntry" FOR EACH STATEMENT EXECUTE FUNCTION banjie_append_only();
ALTER TABLE "SheetChainEntry" ENABLE ALWAYS TRIGGER append_only;
