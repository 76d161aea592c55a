-- CreateTable
CREATE TABLE "CouncilTermChange" (
    "organisationId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "beforeStart" DATE,
    "beforeEnd" DATE,
    "afterStart" DATE NOT NULL,
    "afterEnd" DATE NOT NULL,
    "heldOn" DATE,
    "approvalDoc" TEXT,
    "recordedBy" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CouncilTermChange_pkey" PRIMARY KEY ("organisationId","ordinal")
);
