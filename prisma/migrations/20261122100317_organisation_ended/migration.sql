-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "charity" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "endedOn" DATE;

-- AlterTable
ALTER TABLE "AnnualReturn" ADD COLUMN     "partyConfirmation" TEXT;
