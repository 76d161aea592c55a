-- CreateTable
CREATE TABLE "Season" (
    "caseId" TEXT NOT NULL,
    "key" TEXT,
    "registryUnitId" TEXT NOT NULL,
    "divisionCode" TEXT NOT NULL,
    "inspectedYear" INTEGER NOT NULL,
    "opensOn" DATE NOT NULL,
    "toSupervisor" DATE NOT NULL,
    "toRegistry" DATE NOT NULL,
    "foundationToRegistry" DATE NOT NULL,
    "extensionBefore" DATE NOT NULL,
    "base" INTEGER,
    "openedAt" TIMESTAMP(3),
    "pausedOn" DATE,

    CONSTRAINT "Season_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "SeasonMember" (
    "seasonId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "baseDate" DATE NOT NULL,
    "caseId" TEXT,
    "admittedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SeasonMember_pkey" PRIMARY KEY ("seasonId","organisationId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Season_key_key" ON "Season"("key");

-- CreateIndex
CREATE INDEX "Season_inspectedYear_divisionCode_idx" ON "Season"("inspectedYear", "divisionCode");

-- CreateIndex
CREATE INDEX "Season_registryUnitId_inspectedYear_idx" ON "Season"("registryUnitId", "inspectedYear" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "SeasonMember_caseId_key" ON "SeasonMember"("caseId");

-- CreateIndex
CREATE INDEX "SeasonMember_organisationId_idx" ON "SeasonMember"("organisationId");

-- A base is read registry by registry, in pages; a cancelled organisation stays in the table.
CREATE INDEX "Organisation_of_registry" ON "Organisation" ("registryUnitId", "id");

-- A frozen figure never changes; a correction is a further one, with its reason.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "MetricSnapshot" FOR EACH STATEMENT EXECUTE FUNCTION banjie_append_only();
ALTER TABLE "MetricSnapshot" ENABLE ALWAYS TRIGGER append_only;
