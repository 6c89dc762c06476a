import { Button, Switch } from '@mantine/core'
import type { Alarm } from '@otklik/model/progress/api'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FileLinks } from '../../shared/table/file-links.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { alarmFiles } from './alarm-files.ts'
import { AlarmList } from './alarm-list.tsx'
import { AlarmScope } from './alarm-scope.tsx'
import { useAlarms } from './use-alarms.ts'

const route = getRouteApi('/desk/')
const SHOWN = 3

/** The critical values that wait for someone; the acknowledged ones on demand. */
export function OpenAlarms() {
  const { t } = useTranslation()
  const format = useFormat()
  const { alarms: which } = route.useSearch()
  const navigate = route.useNavigate()
  const [whole, setWhole] = useState(false)
  const { service, authority } = useSlice()
  const query = useAlarms(which)
  const toggle = (all: boolean) =>
    void navigate({
      search: (before) => ({ ...before, alarms: all ? ('all' as const) : undefined }),
      resetScroll: false,
    })
  return (
    <section className="panel stack" aria-label={t('alarms.title')}>
      <div className="row-ends">
        <h2>{t('alarms.title')}</h2>
        <Switch
          className="no-print"
          label={t('alarms.showAcknowledged')}
          checked={which === 'all'}
          onChange={(event) => toggle(event.currentTarget.checked)}
        />
      </div>
      <AlarmScope />
      <Asked query={query} lines={3}>
        {({ alarms, expectedByChance }) => (
          <>
            {alarms.length === 0 ? (
              <p className="dim" style={{ margin: 0 }}>
                {t('alarms.none')}
              </p>
            ) : (
              <AlarmList alarms={whole ? alarms : alarms.slice(0, SHOWN)} />
            )}
            {!whole && alarms.length > SHOWN && (
              <Button
                variant="default"
                size="compact-md"
                style={{ justifySelf: 'start' }}
                onClick={() => setWhole(true)}
              >
                {t('alarms.showAll', { count: alarms.length })}
              </Button>
            )}
            {alarms.length > 0 && (
              <div className="row no-print">
                <FileLinks files={alarmFiles({ state: which ?? 'open', service, authority })} />
              </div>
            )}
            {alarms.length > 0 && expectedByChance > 0 && (
              <p className="dim small" style={{ margin: 0 }}>
                {t('alarms.byChance', { value: format.number(expectedByChance, 1) })} <Remaining alarms={alarms} />
              </p>
            )}
          </>
        )}
      </Asked>
    </section>
  )
}

/** How many of the growths stay significant when one bears in mind how many services and shares were judged with them. */
function Remaining({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const { t } = useTranslation()
  const corrected = alarms.filter(({ remains }) => remains !== null)
  const remaining = corrected.filter(({ remains }) => remains).length
  return corrected.length === 0 ? null : t('alarms.remaining', { remaining, all: corrected.length })
}
