-- The further ways to reach a person that the law tells apart (PECR 2003 regs 2, 19, 21, 22; UK GDPR 21(2)). The labels are
-- the product's own words (lib/policy/vocabulary.ts), so that SQL functions that pass them through need no translation.
ALTER TYPE "channel" ADD VALUE 'inApp';
ALTER TYPE "channel" ADD VALUE 'socialMessage';
ALTER TYPE "channel" ADD VALUE 'voicemail';
ALTER TYPE "channel" ADD VALUE 'automatedCall';
ALTER TYPE "channel" ADD VALUE 'visit';
ALTER TYPE "channel" ADD VALUE 'unaddressed';
