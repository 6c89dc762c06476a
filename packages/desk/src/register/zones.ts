/** The zones of Russia from west to east: those in use, as the tz database names them. */
const RUSSIAN = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Simferopol',
  'Europe/Kirov',
  'Europe/Volgograd',
  'Europe/Astrakhan',
  'Europe/Samara',
  'Europe/Saratov',
  'Europe/Ulyanovsk',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Novosibirsk',
  'Asia/Barnaul',
  'Asia/Tomsk',
  'Asia/Novokuznetsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Chita',
  'Asia/Yakutsk',
  'Asia/Khandyga',
  'Asia/Vladivostok',
  'Asia/Ust-Nera',
  'Asia/Sakhalin',
  'Asia/Magadan',
  'Asia/Srednekolymsk',
  'Asia/Kamchatka',
  'Asia/Anadyr',
] as const

interface Zone {
  readonly value: string
  readonly label: string
}

/** Zones to choose from; a chosen one that the browser does not know stays a choice. */
export function zonesOf(chosen: string | null, at: Date): { russian: Zone[]; other: Zone[] } {
  const known = new Set<string>(RUSSIAN)
  const named = (zone: string): Zone => ({ value: zone, label: `${zone} (${offsetOf(zone, at)})` })
  const rest = Intl.supportedValuesOf('timeZone').filter((zone) => !known.has(zone))
  if (chosen !== null && !known.has(chosen) && !rest.includes(chosen)) rest.unshift(chosen)
  return { russian: RUSSIAN.map(named), other: rest.map((zone) => ({ value: zone, label: zone })) }
}

/** UTC+7, as the zone has it at that moment; empty where the browser does not know the zone. */
export function offsetOf(zone: string, at: Date): string {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at)
    return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC')
  } catch {
    return ''
  }
}
