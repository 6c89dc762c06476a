export {
  askedDocument,
  attributesOf,
  openCampaign,
  type OpenedCampaign,
  type OpenedLink,
  type OpenedQuota,
  type Standing,
} from './open-campaign.ts'
export { takePlaces } from './quotas/places.ts'
export { recount } from './counting/recount.ts'
export { createCampaign } from './campaigns/create.ts'
export { moveVersion, saveOutcome } from './campaigns/change.ts'
export { endCampaign, pauseCampaign, startCampaign } from './campaigns/moves.ts'
export { type Brought, storeMany } from './filling/store-many.ts'
export { makeLinks } from './links/make.ts'
export { createQuestionnaire } from './questionnaires/create.ts'
export { beginDraft, saveDraft } from './questionnaires/draft.ts'
export { publishQuestionnaire } from './questionnaires/publish.ts'
export { readQuestionnaire } from './questionnaires/read.ts'
export { draftFurtherSurvey } from './further/draft.ts'
export { eraseContacts } from './feedback/contacts.ts'
export { publishFeedback } from './feedback/publish.ts'
export { stepFeedback } from './feedback/step.ts'
export { leaveFeedback } from './feedback/store.ts'
export { findFeedbackByCode, type FoundFeedback } from './feedback/find.ts'
export { surveysSealed } from './feedback/sealed.ts'
export { answerSource } from './statements/answer-source.ts'
