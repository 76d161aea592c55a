-- CreateTable
CREATE TABLE "AnnualReturn" (
    "caseId" TEXT NOT NULL,
    "seasonId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "inspectedYear" INTEGER NOT NULL,
    "due" DATE NOT NULL,
    "closes" DATE NOT NULL,
    "extendedTo" DATE,
    "firstFiledOn" DATE,
    "timeliness" TEXT,
    "formVersion" INTEGER,
    "partySectionComplete" BOOLEAN NOT NULL DEFAULT false,
    "findings" JSONB,
    "proposed" TEXT,
    "proposalReasons" TEXT[],
    "conclusion" TEXT,
    "concludedOn" DATE,
    "publishedOn" DATE,
    "talkNoticedOn" DATE,
    "talkFor" DATE,
    "talkHeldOn" DATE,
    "rectification" TEXT NOT NULL DEFAULT 'NONE',
    "rectificationDue" DATE,

    CONSTRAINT "AnnualReturn_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "ReturnConclusion" (
    "caseId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "conclusion" TEXT NOT NULL,
    "proposed" TEXT,
    "reasons" TEXT[],
    "decidedBy" TEXT,
    "requestId" TEXT,
    "on" DATE NOT NULL,

    CONSTRAINT "ReturnConclusion_pkey" PRIMARY KEY ("caseId","ordinal")
);

-- CreateTable
CREATE TABLE "Talk" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "heldOn" DATE,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rectification" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "setOn" DATE,
    "due" DATE,
    "handedInOn" DATE,
    "verifiedOn" DATE,
    "officers" TEXT[],
    "outcome" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Rectification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RectificationItem" (
    "rectificationId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "wanted" TEXT NOT NULL,
    "result" TEXT,
    "evidenceUploadIds" TEXT[],
    "done" BOOLEAN,

    CONSTRAINT "RectificationItem_pkey" PRIMARY KEY ("rectificationId","itemId")
);

-- CreateIndex
CREATE INDEX "AnnualReturn_seasonId_conclusion_caseId_idx" ON "AnnualReturn"("seasonId", "conclusion", "caseId");

-- CreateIndex
CREATE INDEX "AnnualReturn_inspectedYear_publishedOn_caseId_idx" ON "AnnualReturn"("inspectedYear", "publishedOn", "caseId");

-- CreateIndex
CREATE UNIQUE INDEX "AnnualReturn_organisationId_inspectedYear_key" ON "AnnualReturn"("organisationId", "inspectedYear");

-- CreateIndex
CREATE INDEX "Talk_caseId_idx" ON "Talk"("caseId");

-- CreateIndex
CREATE INDEX "Rectification_caseId_idx" ON "Rectification"("caseId");
