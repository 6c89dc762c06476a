import { APPEAL_COURSE, OUTCOMES } from '@otklik/model/appeals'
import type { AppealHappening } from '@otklik/model/appeals/api'
import { useTranslation } from 'react-i18next'
import { isDay } from '@otklik/model/days'
import { useFormat } from '../../shared/i18n/index.ts'
import { stateWord } from '../words.ts'

/** What has happened, the first first. */
export function Course({ events }: { readonly events: readonly AppealHappening[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section className="panel stack" aria-label={t('appeals.course')}>
      <h2 style={{ margin: 0 }}>{t('appeals.course')}</h2>
      <ol style={{ margin: 0, paddingLeft: '1.2rem' }}>
        {events.map((happening) => (
          <li key={`${happening.at} ${happening.event}`} style={{ overflowWrap: 'anywhere' }}>
            <strong>{wordOf(happening, t)}</strong>
            <span className="dim small">
              {' '}
              · {format.instant(happening.at)} · {happening.by}
            </span>
            <Details happening={happening} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const EVENTS = [...Object.keys(APPEAL_COURSE.events), 'receive', 'solved']
type EventKey = `appeals.event_${keyof typeof APPEAL_COURSE.events | 'receive' | 'solved'}`

/** The text of what has happened; its end state for an event that an older version knew. */
function wordOf({ event, to }: AppealHappening, say: (key: EventKey) => string): string {
  // The names of the texts are those of the events.
  return EVENTS.includes(event) ? say(`appeals.event_${event}` as EventKey) : stateWord(to)
}

const KNOWN = [
  'number',
  'rule',
  'due',
  'executor',
  'days',
  'reason',
  'addressee',
  'outcome',
  'ground',
  'solved',
  'late',
  'original',
] as const

function Details({ happening: { details } }: { readonly happening: AppealHappening }) {
  const { t } = useTranslation()
  const format = useFormat()
  const shown = (name: string, value: string | number | boolean): string => {
    if (name === 'outcome') return OUTCOMES[String(value) as keyof typeof OUTCOMES] ?? String(value)
    if (name === 'solved') return t(`appeals.solved_${value === 'yes' ? 'yes' : value === 'no' ? 'no' : 'partly'}`)
    return typeof value === 'string' && isDay(value) ? format.day(value) : String(value)
  }
  const told = KNOWN.flatMap((name) => {
    const value = details[name]
    if (value === undefined || value === null || value === false) return []
    if (name === 'late') return [t('appeals.detail_late')]
    return [`${t(`appeals.detail_${name}`)}: ${shown(name, value)}`]
  })
  return told.length === 0 ? null : <div className="small">{told.join('; ')}</div>
}
