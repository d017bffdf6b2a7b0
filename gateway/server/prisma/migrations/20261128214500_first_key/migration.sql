-- CreateTable
CREATE TABLE "first_key" (
    "id" INTEGER NOT NULL,
    "kid" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "first_key_pkey" PRIMARY KEY ("id")
);
