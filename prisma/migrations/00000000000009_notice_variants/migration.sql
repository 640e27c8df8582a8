-- Languages and formats of a notice, added to a version after it was published, and reviews of assessments that count at once.

ALTER TABLE "panel" ADD COLUMN "review_count" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "privacy_notice" ADD COLUMN "title" TEXT,
ADD COLUMN "published_by" UUID;

CREATE TABLE "notice_draft" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "title" TEXT,
    "content" JSONB NOT NULL,
    "edited_by" UUID NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_draft_pkey" PRIMARY KEY ("organisation_id","id")
);

CREATE UNIQUE INDEX "notice_draft_edition_key" ON "notice_draft"("organisation_id", "panel_id", "number", "language", "format");

-- Who was shown which text, and how: counted and listed from the index alone.
CREATE INDEX "notice_shown_notice_idx" ON "notice_shown"("organisation_id", "privacy_notice_id", "place", "id");

ALTER TABLE "notice_draft" ADD CONSTRAINT "notice_draft_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON notice_draft TO panel_app;

-- The standard English text of a version comes with its policy and is never written by hand.
ALTER TABLE notice_draft
  ADD CONSTRAINT notice_draft_number_check CHECK (number > 0),
  ADD CONSTRAINT notice_draft_edition_check CHECK (NOT (language = 'en' AND format = 'standard'));
ALTER TABLE panel ADD CONSTRAINT panel_review_count_check CHECK (review_count >= 0);
