export { fold, storable, tidy, tidyList, tidyOrNull } from '../platform/text.ts'
