-- CreateTable
CREATE TABLE "served_profile" (
    "id" INTEGER NOT NULL,
    "profile" TEXT NOT NULL,

    CONSTRAINT "served_profile_pkey" PRIMARY KEY ("id")
);
