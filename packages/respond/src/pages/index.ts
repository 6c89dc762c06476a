export { type Assets, viewOf, viewQuery } from './layout.ts'
export { type QuestionPage, questionPage } from './question-page.ts'
export { type Asker, donePage, type Failure, failurePage, type Look, type Why, whyPage } from './said-page.ts'
