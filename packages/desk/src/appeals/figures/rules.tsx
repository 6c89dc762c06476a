import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type AppealRule, listAppealRules, readAppealChoices, saveAppealRule } from '@otklik/model/appeals/api'
import { dayOf } from '@otklik/model/days'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'

/** By which rules terms are counted: those of the law, and those that were set by an act of one's own. */
export function RulesScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [setting, setSetting] = useState(false)
  const query = useQuery(asked(listAppealRules, {}))
  return (
    <Page
      place={<Link to="/appeals">{t('nav.appeals')}</Link>}
      title={t('appeals.rulesTitle')}
      actions={may('appeals.decide') && <Button onClick={() => setSetting(true)}>{t('appeals.setRule')}</Button>}
    >
      <Asked query={query} lines={12}>
        {({ rows }) => (
          <>
            <section className="panel">
              <RulesTable rules={rows} />
            </section>
            {setting && <SetRule rules={rows} close={() => setSetting(false)} />}
          </>
        )}
      </Asked>
    </Page>
  )
}

function RulesTable({ rules }: { readonly rules: readonly AppealRule[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <SmallTable
      title={t('appeals.rules')}
      head={[
        { title: t('appeals.rule') },
        { title: t('appeals.ruleTerm') },
        { title: t('appeals.ruleExtension') },
        { title: t('appeals.rulePoint') },
        { title: t('appeals.validFrom') },
        { title: t('appeals.authority') },
      ]}
      rows={rules.map(({ code, from, days, unit, extension, source, valid_from, authority }) => ({
        key: `${code} ${valid_from} ${authority?.id}`,
        cells: [
          code,
          `${t(`appeals.days_${unit}`, { count: days, n: format.count(days) })} ${t(`appeals.from_${from}`)}`,
          extension === null
            ? t('appeals.noExtension')
            : t('appeals.upTo', { count: extension, n: format.count(extension) }),
          source,
          valid_from === null ? t('appeals.always') : format.day(valid_from),
          authority?.name ?? t('appeals.everyAuthority'),
        ],
      }))}
    />
  )
}

function SetRule({ rules, close }: { readonly rules: readonly AppealRule[]; readonly close: () => void }) {
  const { t } = useTranslation()
  const choices = useQuery(asked(readAppealChoices, {}))
  const [fields, setFields] = useState(() => ({
    code: 'pos.answer',
    authority: null as number | null,
    valid_from: dayOf(new Date()),
    days: 10,
    unit: 'working' as AppealRule['unit'],
    extension: null,
    source: '',
  }))
  const set = (change: Partial<typeof fields>) => setFields((now) => ({ ...now, ...change }))
  const authorities = choices.data?.authorities ?? []
  const authority = fields.authority ?? authorities[0]?.id ?? null
  return (
    <FormDialog
      title={t('appeals.setRule')}
      action={t('actions.save')}
      close={close}
      save={() => call(saveAppealRule, { body: { ...fields, authority } })}
    >
      <NativeSelect
        data-autofocus
        label={t('appeals.rule')}
        value={fields.code}
        data={[...new Set(rules.map(({ code }) => code))]}
        onChange={({ currentTarget }) => set({ code: currentTarget.value })}
      />
      <NativeSelect
        label={t('appeals.authority')}
        value={String(authority ?? '')}
        data={authorities.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={({ currentTarget }) => set({ authority: Number(currentTarget.value) })}
      />
      <TextInput
        type="date"
        label={t('appeals.validFrom')}
        required
        withAsterisk={false}
        value={fields.valid_from}
        onChange={({ currentTarget }) => set({ valid_from: currentTarget.value })}
      />
      <NumberInput
        label={t('appeals.days')}
        min={1}
        max={366}
        value={fields.days}
        onChange={(days) => typeof days === 'number' && set({ days })}
      />
      <NativeSelect
        label={t('appeals.unit')}
        value={fields.unit}
        data={(['working', 'calendar'] as const).map((unit) => ({ value: unit, label: t(`appeals.unit_${unit}`) }))}
        onChange={({ currentTarget: { value } }) => set({ unit: value === 'working' ? 'working' : 'calendar' })}
      />
      <TextInput
        label={t('appeals.rulePoint')}
        required
        withAsterisk={false}
        maxLength={300}
        value={fields.source}
        onChange={({ currentTarget }) => set({ source: currentTarget.value })}
      />
    </FormDialog>
  )
}
