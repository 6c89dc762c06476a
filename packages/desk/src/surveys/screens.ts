import { IconClipboardText, IconMessageReply, IconSpeakerphone } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { accessTexts } from '../access/texts/index.ts'
import { onlyFitting } from '../shared/filters/fitting.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readCampaignSearch } from './campaign/campaign-search.ts'
import { readCampaignsSearch } from './campaigns/campaigns-search.ts'
import { readFeedbackSearch } from './feedback/feedback-search.ts'
import { readQuestionnaireSearch, readQuestionnairesSearch } from './questionnaires/questionnaires-search.ts'
import { surveysTexts } from './texts/index.ts'

export const places = [
  { to: '/surveys', name: 'surveys', right: 'surveys.read', group: 'feedback', Icon: IconSpeakerphone },
  { to: '/feedback', name: 'feedback', right: 'answers.read', group: 'feedback', Icon: IconMessageReply },
  { to: '/questionnaires', name: 'questionnaires', right: 'surveys.read', group: 'feedback', Icon: IconClipboardText },
] as const satisfies readonly Place[]

const screen = screensWith(surveysTexts, accessTexts)

export const routes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/surveys',
    validateSearch: onlyFitting(readCampaignsSearch),
    component: screen(() => import('./campaigns/campaigns.tsx'), 'CampaignsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/surveys/$campaign',
    validateSearch: onlyFitting(readCampaignSearch),
    component: screen(() => import('./campaign/campaign.tsx'), 'CampaignScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/feedback',
    validateSearch: onlyFitting(readFeedbackSearch),
    component: screen(() => import('./feedback/feedback.tsx'), 'FeedbackScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/feedback/$feedback',
    component: screen(() => import('./feedback/feedback-card.tsx'), 'FeedbackCardScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/questionnaires',
    validateSearch: onlyFitting(readQuestionnairesSearch),
    component: screen(() => import('./questionnaires/questionnaires.tsx'), 'QuestionnairesScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/questionnaires/$questionnaire',
    validateSearch: onlyFitting(readQuestionnaireSearch),
    component: screen(() => import('./questionnaires/questionnaire.tsx'), 'QuestionnaireScreen'),
  }),
]
