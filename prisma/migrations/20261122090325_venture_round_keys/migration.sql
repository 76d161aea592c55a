-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "titleKey" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "RoundDiagnosis" (
    "roundId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RoundDiagnosis_pkey" PRIMARY KEY ("roundId","seq")
);

-- CreateTable
CREATE TABLE "CreditListing" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "basis" TEXT NOT NULL,

    CONSTRAINT "CreditListing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CreditListing_organisationId_list_idx" ON "CreditListing"("organisationId", "list");

-- What was published stays as it was published.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "RoundAmendment" FOR EACH STATEMENT EXECUTE FUNCTION banjie_append_only();
ALTER TABLE "RoundAmendment" ENABLE ALWAYS TRIGGER append_only;
