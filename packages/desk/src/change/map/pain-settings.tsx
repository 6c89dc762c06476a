import { Button, NumberInput, Textarea } from '@mantine/core'
import {
  type PainSettingsFields,
  type PainSettingsRecord,
  readPainSettings,
  savePainSettings,
} from '@otklik/model/change/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { useSession } from '../../access/session.ts'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'

const LIMITS = [
  'min_n',
  'high_p',
  'high_low',
  'medium_p',
  'negative_high',
  'negative_medium',
  'breadth_min',
  'rated_min',
] as const satisfies readonly (keyof PainSettingsFields)[]
const TERMS = ['high', 'medium', 'low'] as const

/** Thresholds of the map, one set for the whole system. */
export function PainSettingsScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const { everything } = useSession()
  const [changing, setChanging] = useState(false)
  const query = useQuery(asked(readPainSettings, {}))
  const saved = query.data?.saved
  return (
    <Page
      place={
        <Link to="/pains" search={{}}>
          {t('nav.pains')}
        </Link>
      }
      title={t('painSettings.title')}
      about={
        query.data &&
        (saved
          ? t('painSettings.saved', { edition: query.data.edition, by: saved.by, when: format.moment(saved.at) })
          : t('painSettings.usual'))
      }
      actions={
        // One set holds for all, so the server takes it from nobody who answers for a part.
        may(savePainSettings) &&
        everything && <Button onClick={() => setChanging(true)}>{t('painSettings.change')}</Button>
      }
    >
      <Asked query={query} lines={10}>
        {(record) => (
          <>
            <section className="panel">
              <SmallTable
                title={t('painSettings.threshold')}
                titleHidden
                head={[{ title: t('painSettings.threshold') }, { title: t('painSettings.value'), figures: true }]}
                rows={linesOf(record.settings).map(({ key, name, value }) => ({
                  key,
                  cells: [t(name), format.number(value, Number.isInteger(value) ? 0 : 1)],
                }))}
              />
            </section>
            {changing && <SettingsForm record={record} close={() => setChanging(false)} />}
          </>
        )}
      </Asked>
    </Page>
  )
}

const linesOf = (settings: PainSettingsFields) => [
  ...LIMITS.map((key) => ({ key, name: `painSettings.${key}` as const, value: settings[key] })),
  ...TERMS.map((term) => ({ key: term, name: `painSettings.term_${term}` as const, value: settings.term_days[term] })),
]

interface SettingsFormProps {
  readonly record: PainSettingsRecord
  readonly close: () => void
}

function SettingsForm({ record, close }: SettingsFormProps) {
  const { t } = useTranslation()
  const [settings, setSettings] = useState(record.settings)
  const [reason, setReason] = useState('')
  const number = (value: string | number): number => Number(value)
  return (
    <FormDialog
      side
      title={t('painSettings.change')}
      action={t('actions.save')}
      unready={reason.trim() === ''}
      save={() => call(savePainSettings, { body: { edition: record.edition, settings, reason: reason.trim() } })}
      close={close}
    >
      {LIMITS.map((key) => (
        <NumberInput
          key={key}
          label={t(`painSettings.${key}`)}
          required
          min={0}
          decimalSeparator=","
          value={settings[key]}
          onChange={(value) => setSettings((before) => ({ ...before, [key]: number(value) }))}
        />
      ))}
      {TERMS.map((term) => (
        <NumberInput
          key={term}
          label={t(`painSettings.term_${term}`)}
          required
          min={1}
          allowDecimal={false}
          value={settings.term_days[term]}
          onChange={(value) =>
            setSettings((before) => ({ ...before, term_days: { ...before.term_days, [term]: number(value) } }))
          }
        />
      ))}
      <Textarea
        label={t('painSettings.reason')}
        required
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  )
}
