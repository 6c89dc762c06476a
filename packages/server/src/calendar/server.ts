export { calendarRoutes as routes } from './routes.ts'
