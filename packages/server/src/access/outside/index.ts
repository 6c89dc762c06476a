export { type Outside } from './outside.ts'
export { outsideRoutes, type OutsideRouteDeps } from './outside-routes.ts'
export { openOutside } from './provider.ts'
