/** Surveys: campaigns over questionnaires, their links and states. */
export { compareVersions, type Difference, type QuestionDifference } from './difference.ts'
export { ALL_CHANNELS, type Channel, CHANNELS, NO_LINK } from './channels.ts'
export {
  ALL_CAMPAIGN_EVENTS,
  ALL_CAMPAIGN_STATES,
  ALL_LINK_STATES,
  ALL_VERSION_EVENTS,
  ALL_VERSION_STATES,
  CAMPAIGN,
  type CampaignAbout,
  type CampaignEvent,
  type CampaignState,
  LINK,
  type LinkState,
  QUESTIONNAIRE_VERSION,
  type VersionAbout,
  type VersionEvent,
  type VersionState,
} from './states.ts'
export { readableCode, RESERVED_CODES } from './codes.ts'
export { quotaFaults, type QuotaRule, quotasOf } from './quotas.ts'
export {
  ALL_FEEDBACK_STATES,
  CONTACT_DAYS,
  type ContactFault,
  type ContactFaults,
  FEEDBACK,
  FEEDBACK_CONSENT,
  FEEDBACK_STEPS,
  type FeedbackAbout,
  type FeedbackContact,
  feedbackDue,
  type FeedbackEvent,
  type FeedbackState,
  type FeedbackStep,
  isOpenFeedback,
  isOverdueFeedback,
  readContact,
  SHORTEST_SENTENCE,
  type TypedContact,
} from './feedback.ts'
