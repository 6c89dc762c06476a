import type { Device } from '../responses/store.ts'

/** What kind of device a browser says it runs on. Nothing else of what it says is kept. */
export function deviceOf(userAgent: string | undefined): Device {
  if (userAgent === undefined || userAgent === '') return 'unknown'
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(userAgent)) return 'tablet'
  if (/Mobi|iPhone|Opera Mini/.test(userAgent)) return 'phone'
  return /Windows|Macintosh|X11|Linux|CrOS/.test(userAgent) ? 'computer' : 'unknown'
}
