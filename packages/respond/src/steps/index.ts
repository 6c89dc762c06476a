export { contentOf, type OnPage, type PageContent } from './on-page.ts'
export { settled } from './settled-quotas.ts'
export { type Notice, type Response, standing, step, type Stepped } from './step.ts'
export { switched } from './typed.ts'
