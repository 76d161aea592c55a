-- CreateTable
CREATE TABLE "Follow" (
    "userId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("userId","caseId")
);

-- CreateIndex
CREATE INDEX "Follow_userId_at_caseId_idx" ON "Follow"("userId", "at" DESC, "caseId");

-- CreateIndex
CREATE INDEX "Follow_caseId_idx" ON "Follow"("caseId");
