export { type EventColumn, eventColumn } from './event-column.ts'
export { type NearTitle, sayNear } from './near-titles.ts'
export { countKnown, type HeaderVerdict, type Layout, readHeader } from './read-header.ts'
export { isSetAsideColumn, setAsideColumns, titleOfColumn } from './titles.ts'
