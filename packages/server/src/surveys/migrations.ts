import type { Migration } from '../platform/postgres/migration.ts'
import { createCampaigns } from './schema/campaigns.ts'
import { createFeedback } from './schema/feedback.ts'
import { createPlaceTaking } from './schema/places.ts'
import { createQuestionnaires } from './schema/questionnaires.ts'
import { createResponses } from './schema/responses.ts'
import { createWordSearch } from './schema/words.ts'

export const migrations: readonly Migration[] = [
  { name: '2026-11-30-surveys-1-questionnaires', up: createQuestionnaires },
  { name: '2026-11-30-surveys-2-campaigns', up: createCampaigns },
  { name: '2026-11-30-surveys-3-responses', up: createResponses },
  { name: '2026-11-30-surveys-4-places', up: createPlaceTaking },
  { name: '2026-12-05-surveys-1-feedback', up: createFeedback },
  { name: '2026-12-05-surveys-2-words', up: createWordSearch },
]
