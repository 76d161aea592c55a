-- AlterTable
ALTER TABLE "FundingAgreement" ADD COLUMN     "returnDue" JSONB;
