export { type Outside } from './outside.ts'
export { outsideRoutes, type OutsideRouteParts } from './outside-routes.ts'
export { openOutside } from './provider.ts'
