export { contentOf, type OnPage, type PageContent } from './on-page.ts'
export { settled } from './settled-quotas.ts'
export { type Notice, renew, type Response, standing, step, type Stepped } from './step.ts'
