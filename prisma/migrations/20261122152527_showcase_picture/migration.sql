-- CreateTable
CREATE TABLE "ShowcasePicture" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "caption" TEXT NOT NULL,
    "publishedBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "withdrawnBy" TEXT,
    "withdrawnAt" TIMESTAMP(3),
    "withdrawReason" TEXT,

    CONSTRAINT "ShowcasePicture_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ShowcasePicture_projectId_idx" ON "ShowcasePicture"("projectId");

-- CreateIndex
CREATE INDEX "ShowcasePicture_roundId_idx" ON "ShowcasePicture"("roundId");

-- A photograph is shown once at a time; whoever presses twice at the same time publishes it once.
CREATE UNIQUE INDEX "ShowcasePicture_shown_once" ON "ShowcasePicture" ("projectId", "uploadId") WHERE "withdrawnAt" IS NULL;
