-- CreateTable
CREATE TABLE "RandomDraw" (
    "caseId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "openKey" TEXT,
    "terms" JSONB NOT NULL,
    "lists" JSONB NOT NULL,
    "baseHash" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "committedAt" TIMESTAMP(3) NOT NULL,
    "seedCipher" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "drawnAt" TIMESTAMP(3),
    "published" JSONB,
    "cancelledAt" TIMESTAMP(3),

    CONSTRAINT "RandomDraw_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "Inspection" (
    "id" TEXT NOT NULL,
    "drawCaseId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "organisationId" TEXT NOT NULL,
    "organisationKey" TEXT NOT NULL,
    "caseId" TEXT,
    "inspectorUserIds" TEXT[],
    "inspectorKeys" TEXT[],
    "sheetVersion" INTEGER,
    "checkedOn" DATE,
    "result" TEXT,
    "rectifyBy" DATE,
    "publishedAt" TIMESTAMP(3),
    "abandonedAt" TIMESTAMP(3),

    CONSTRAINT "Inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckSheetVersion" (
    "caseId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "savedBy" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CheckSheetVersion_pkey" PRIMARY KEY ("caseId","version")
);

-- CreateTable
CREATE TABLE "DrawSubstitution" (
    "drawCaseId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "checkCaseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "organisationKey" TEXT NOT NULL,
    "inspectorKey" TEXT NOT NULL,
    "substituteUserId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DrawSubstitution_pkey" PRIMARY KEY ("drawCaseId","ordinal")
);

-- CreateTable
CREATE TABLE "InspectorCertificate" (
    "userId" TEXT NOT NULL,
    "certificateNo" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "InspectorCertificate_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Round" (
    "caseId" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "divisionCode" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "editionKey" TEXT,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "formVersion" INTEGER NOT NULL,
    "configuration" JSONB NOT NULL,
    "configurationHash" TEXT NOT NULL,
    "policyHash" TEXT NOT NULL,
    "opensAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "shortlistedAt" TIMESTAMP(3),
    "cancelledAt" TIMESTAMP(3),
    "cancelRequestId" TEXT,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "RoundAmendment" (
    "roundId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "configuration" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "changed" TEXT[],
    "requestId" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RoundAmendment_pkey" PRIMARY KEY ("roundId","version")
);

-- CreateTable
CREATE TABLE "Project" (
    "caseId" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "standingKey" TEXT,
    "class" TEXT NOT NULL,
    "appliedClass" TEXT NOT NULL,
    "themes" TEXT[],
    "siteDivision" TEXT NOT NULL,
    "requestedFen" BIGINT NOT NULL,
    "ownFundsFen" BIGINT NOT NULL,
    "totalFen" BIGINT NOT NULL,
    "formVersion" INTEGER NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "sha256" TEXT NOT NULL,
    "shortlistedAt" TIMESTAMP(3),
    "score" DECIMAL(65,30),
    "rank" INTEGER,
    "awardedFen" BIGINT,
    "awards" JSONB,
    "adopted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "ProjectScreening" (
    "projectId" TEXT NOT NULL,
    "formVersion" INTEGER NOT NULL,
    "checkedOn" DATE NOT NULL,
    "results" JSONB NOT NULL,

    CONSTRAINT "ProjectScreening_pkey" PRIMARY KEY ("projectId","formVersion","checkedOn")
);

-- CreateIndex
CREATE UNIQUE INDEX "RandomDraw_openKey_key" ON "RandomDraw"("openKey");

-- CreateIndex
CREATE INDEX "RandomDraw_unitId_committedAt_idx" ON "RandomDraw"("unitId", "committedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Inspection_caseId_key" ON "Inspection"("caseId");

-- CreateIndex
CREATE INDEX "Inspection_organisationId_checkedOn_idx" ON "Inspection"("organisationId", "checkedOn");

-- CreateIndex
CREATE INDEX "Inspection_drawCaseId_publishedAt_idx" ON "Inspection"("drawCaseId", "publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Inspection_drawCaseId_ordinal_key" ON "Inspection"("drawCaseId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "DrawSubstitution_checkCaseId_seq_key" ON "DrawSubstitution"("checkCaseId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "InspectorCertificate_certificateNo_key" ON "InspectorCertificate"("certificateNo");

-- CreateIndex
CREATE UNIQUE INDEX "Round_caseNo_key" ON "Round"("caseNo");

-- CreateIndex
CREATE UNIQUE INDEX "Round_editionKey_key" ON "Round"("editionKey");

-- CreateIndex
CREATE INDEX "Round_publishedAt_caseId_idx" ON "Round"("publishedAt", "caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Project_caseNo_key" ON "Project"("caseNo");

-- CreateIndex
CREATE INDEX "Project_roundId_class_caseNo_idx" ON "Project"("roundId", "class", "caseNo");

-- CreateIndex
CREATE INDEX "Project_organisationId_idx" ON "Project"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Project_roundId_standingKey_key" ON "Project"("roundId", "standingKey");
