-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Unit" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "agencyType" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "divisionCode" TEXT NOT NULL,
    "parentId" TEXT,
    "networkTier" TEXT,
    "leaderUserId" TEXT,
    "docWord" TEXT,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "uscc" TEXT,
    "usccWaiver" BOOLEAN NOT NULL DEFAULT false,
    "filingNo" TEXT,
    "type" TEXT NOT NULL,
    "subtype" TEXT,
    "legalStatus" TEXT NOT NULL,
    "registeredAt" DATE,
    "level" TEXT NOT NULL,
    "divisionCode" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "fieldTags" TEXT[],
    "councilTermStart" DATE,
    "councilTermEnd" DATE,
    "councilSize" INTEGER,
    "charterPartyBuilding" BOOLEAN NOT NULL DEFAULT false,
    "managementMode" TEXT,
    "supervisoryUnitId" TEXT,
    "registryUnitId" TEXT,
    "managingPartyOrgId" TEXT,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "birthDate" DATE,
    "idNoCipher" BYTEA,
    "idNoDigest" TEXT,
    "phoneCipher" BYTEA,
    "partyStatus" TEXT,
    "fullSince" DATE,
    "homePartyOrgId" TEXT,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrgPost" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "inCouncil" BOOLEAN NOT NULL DEFAULT false,
    "isLegalRep" BOOLEAN NOT NULL DEFAULT false,
    "from" DATE NOT NULL,
    "to" DATE,

    CONSTRAINT "OrgPost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartyRelation" (
    "personId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "PartyRelation_pkey" PRIMARY KEY ("personId","organisationId")
);

-- CreateTable
CREATE TABLE "PartyOrganisation" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "setupForm" TEXT NOT NULL DEFAULT 'SINGLE',
    "level" TEXT NOT NULL,
    "divisionCode" TEXT NOT NULL,
    "parentId" TEXT,
    "unitId" TEXT,
    "status" TEXT NOT NULL,
    "temporary" BOOLEAN NOT NULL DEFAULT false,
    "canApproveProbationary" BOOLEAN NOT NULL DEFAULT false,
    "termStart" DATE,
    "termEnd" DATE,
    "secretaryPersonId" TEXT,
    "caseId" TEXT,
    "countsInCoverage" BOOLEAN NOT NULL DEFAULT true,
    "roster" JSONB,

    CONSTRAINT "PartyOrganisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartyOrgCoverage" (
    "partyOrgId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,

    CONSTRAINT "PartyOrgCoverage_pkey" PRIMARY KEY ("partyOrgId","organisationId")
);

-- CreateTable
CREATE TABLE "CrossAppointment" (
    "id" TEXT NOT NULL,
    "partyOrgId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "partyPost" TEXT NOT NULL,
    "managementPost" TEXT NOT NULL,
    "direction" TEXT NOT NULL,

    CONSTRAINT "CrossAppointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartyActivity" (
    "id" TEXT NOT NULL,
    "partyOrgId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "heldOn" DATE NOT NULL,
    "persons" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PartyActivity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "username" TEXT,
    "displayUsername" TEXT,
    "twoFactorEnabled" BOOLEAN DEFAULT false,
    "personId" TEXT,
    "disabledAt" TIMESTAMP(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "secondFactorAt" TIMESTAMP(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" TIMESTAMP(3),

    CONSTRAINT "TwoFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" TEXT,
    "organisationId" TEXT,
    "validFrom" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "validTo" TIMESTAMP(3),

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deputation" (
    "id" TEXT NOT NULL,
    "principalId" TEXT NOT NULL,
    "deputyId" TEXT NOT NULL,
    "matters" TEXT[],
    "from" TIMESTAMP(3) NOT NULL,
    "to" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Deputation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "holidays" TEXT[],
    "makeUpDays" TEXT[],
    "loadedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "effectiveFrom" TIMESTAMP(3) NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key","effectiveFrom")
);

-- CreateTable
CREATE TABLE "CaseCounter" (
    "code" TEXT NOT NULL,
    "divisionCode" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "CaseCounter_pkey" PRIMARY KEY ("code","divisionCode","year")
);

-- CreateTable
CREATE TABLE "DocumentCounter" (
    "word" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "DocumentCounter_pkey" PRIMARY KEY ("word","year")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "organisationId" TEXT,
    "ownerUserId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "caseId" TEXT,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisationId" TEXT,
    "unitId" TEXT NOT NULL,
    "divisionCode" TEXT NOT NULL,
    "applicantUserId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "ledgerHash" TEXT NOT NULL DEFAULT '',
    "config" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "submittedAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "startRequestId" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3),
    "predecessorId" TEXT,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseUnit" (
    "caseId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "part" TEXT NOT NULL,

    CONSTRAINT "CaseUnit_pkey" PRIMARY KEY ("caseId","unitId","part")
);

-- CreateTable
CREATE TABLE "CaseForm" (
    "caseId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseForm_pkey" PRIMARY KEY ("caseId","version")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "assigneeKey" TEXT NOT NULL,
    "unitId" TEXT,
    "status" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3),
    "limitUnit" TEXT,
    "limitLength" INTEGER,
    "pausedAt" TIMESTAMP(3),
    "pausedMs" BIGINT NOT NULL DEFAULT 0,
    "pauseGround" TEXT,
    "escalatedAt" TIMESTAMP(3),
    "claimedBy" TEXT,
    "closedAt" TIMESTAMP(3),
    "closedSeq" INTEGER,
    "outcome" TEXT,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recusal" (
    "taskId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("taskId","userId")
);

-- CreateTable
CREATE TABLE "Decision" (
    "caseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "requestId" TEXT NOT NULL,
    "taskId" TEXT,
    "stage" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "verdict" TEXT,
    "actorId" TEXT NOT NULL,
    "onBehalfOf" TEXT,
    "role" TEXT NOT NULL,
    "unitId" TEXT,
    "basis" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "supersedesSeq" INTEGER,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("caseId","seq")
);

-- CreateTable
CREATE TABLE "ActRequest" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "act" JSONB,
    "opinion" TEXT,
    "fileIds" TEXT[],
    "ip" TEXT,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefusedAct" (
    "id" TEXT NOT NULL,
    "caseId" TEXT,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "ip" TEXT,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RefusedAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "caseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" TEXT,
    "requestId" TEXT,
    "payload" TEXT NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("caseId","seq")
);

-- CreateTable
CREATE TABLE "Copy" (
    "caseId" TEXT NOT NULL,
    "recipientKey" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "byUserId" TEXT,
    "readAt" TIMESTAMP(3),

    CONSTRAINT "Copy_pkey" PRIMARY KEY ("caseId","recipientKey")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "caseId" TEXT,
    "recipientKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "readAt" TIMESTAMP(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "docNo" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "templateVersion" TEXT NOT NULL,
    "disclosure" TEXT NOT NULL,
    "organUnitId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'VALID',
    "issuedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "ownerUserId" TEXT NOT NULL,
    "organisationId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseFile" (
    "caseId" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,

    CONSTRAINT "CaseFile_pkey" PRIMARY KEY ("caseId","uploadId")
);

-- CreateTable
CREATE TABLE "PaperTemplate" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "PaperTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnmaskedRead" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ip" TEXT,

    CONSTRAINT "UnmaskedRead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotentWrite" (
    "userId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotentWrite_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "MetricSnapshot" (
    "id" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "numerator" DECIMAL(65,30) NOT NULL,
    "denominator" DECIMAL(65,30),
    "unit" TEXT NOT NULL,
    "qualifier" TEXT NOT NULL DEFAULT 'EXACT',
    "frozenAt" TIMESTAMP(3),
    "reason" TEXT,

    CONSTRAINT "MetricSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_uscc_key" ON "Organisation"("uscc");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_filingNo_key" ON "Organisation"("filingNo");

-- CreateIndex
CREATE INDEX "Organisation_divisionCode_idx" ON "Organisation"("divisionCode");

-- CreateIndex
CREATE INDEX "Organisation_nameKey_idx" ON "Organisation"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Person_idNoDigest_key" ON "Person"("idNoDigest");

-- CreateIndex
CREATE INDEX "OrgPost_organisationId_idx" ON "OrgPost"("organisationId");

-- CreateIndex
CREATE INDEX "OrgPost_personId_organisationId_idx" ON "OrgPost"("personId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "PartyOrganisation_caseId_key" ON "PartyOrganisation"("caseId");

-- CreateIndex
CREATE INDEX "PartyOrganisation_parentId_idx" ON "PartyOrganisation"("parentId");

-- CreateIndex
CREATE INDEX "PartyOrganisation_status_idx" ON "PartyOrganisation"("status");

-- CreateIndex
CREATE INDEX "PartyOrgCoverage_organisationId_idx" ON "PartyOrgCoverage"("organisationId");

-- CreateIndex
CREATE INDEX "CrossAppointment_partyOrgId_idx" ON "CrossAppointment"("partyOrgId");

-- CreateIndex
CREATE INDEX "PartyActivity_partyOrgId_heldOn_idx" ON "PartyActivity"("partyOrgId", "heldOn");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

-- CreateIndex
CREATE INDEX "TwoFactor_secret_idx" ON "TwoFactor"("secret");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE INDEX "Grant_userId_idx" ON "Grant"("userId");

-- CreateIndex
CREATE INDEX "Grant_unitId_role_idx" ON "Grant"("unitId", "role");

-- CreateIndex
CREATE INDEX "Deputation_deputyId_idx" ON "Deputation"("deputyId");

-- CreateIndex
CREATE INDEX "Deputation_principalId_idx" ON "Deputation"("principalId");

-- CreateIndex
CREATE INDEX "Draft_ownerUserId_updatedAt_idx" ON "Draft"("ownerUserId", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Case_caseNo_key" ON "Case"("caseNo");

-- CreateIndex
CREATE UNIQUE INDEX "Case_startRequestId_key" ON "Case"("startRequestId");

-- CreateIndex
CREATE INDEX "Case_applicantUserId_submittedAt_id_idx" ON "Case"("applicantUserId", "submittedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Case_unitId_submittedAt_id_idx" ON "Case"("unitId", "submittedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Case_organisationId_submittedAt_id_idx" ON "Case"("organisationId", "submittedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Case_submittedAt_id_idx" ON "Case"("submittedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "CaseUnit_unitId_idx" ON "CaseUnit"("unitId");

-- CreateIndex
CREATE INDEX "Task_caseId_idx" ON "Task"("caseId");

-- CreateIndex
CREATE INDEX "Decision_actorId_at_caseId_seq_idx" ON "Decision"("actorId", "at" DESC, "caseId", "seq");

-- CreateIndex
CREATE INDEX "ActRequest_caseId_idx" ON "ActRequest"("caseId");

-- CreateIndex
CREATE INDEX "RefusedAct_caseId_idx" ON "RefusedAct"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_caseId_requestId_key" ON "LedgerEntry"("caseId", "requestId");

-- CreateIndex
CREATE INDEX "Copy_recipientKey_at_caseId_idx" ON "Copy"("recipientKey", "at" DESC, "caseId");

-- CreateIndex
CREATE INDEX "Notice_recipientKey_at_id_idx" ON "Notice"("recipientKey", "at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Document_docNo_key" ON "Document"("docNo");

-- CreateIndex
CREATE UNIQUE INDEX "Document_code_key" ON "Document"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Document_caseId_seq_kind_key" ON "Document"("caseId", "seq", "kind");

-- CreateIndex
CREATE INDEX "Upload_ownerUserId_idx" ON "Upload"("ownerUserId");

-- CreateIndex
CREATE INDEX "CaseFile_uploadId_idx" ON "CaseFile"("uploadId");

-- CreateIndex
CREATE UNIQUE INDEX "PaperTemplate_kind_unitId_version_key" ON "PaperTemplate"("kind", "unitId", "version");

-- CreateIndex
CREATE INDEX "UnmaskedRead_personId_idx" ON "UnmaskedRead"("personId");

-- CreateIndex
CREATE INDEX "MetricSnapshot_metric_scope_asOf_idx" ON "MetricSnapshot"("metric", "scope", "asOf");

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
