export { NO_PULSE, type Pulse, StoreSilent } from './pulse.ts'
export { impatient, pulseOfClickHouse, pulseOfPostgres } from './stores.ts'
