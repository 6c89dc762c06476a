import { Button, NativeSelect } from '@mantine/core'
import { freezeQuarter, listFrozenQuarters, readAppealChoices } from '@otklik/model/appeals/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { useQuarterName } from './quarter-name.ts'

interface FrozenProps {
  readonly quarter: string
  readonly today: string
  readonly authority: number | undefined
}

/** Figures that were fixed and stay, whatever is corrected later. */
export function Frozen({ quarter, today, authority }: FrozenProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useQuarterName()
  const may = useMay()
  const [freezing, setFreezing] = useState(false)
  const query = useQuery(asked(listFrozenQuarters, {}))
  return (
    <section className="panel stack" aria-label={t('appeals.frozen')}>
      <div className="row-ends">
        <h2 style={{ margin: 0 }}>{t('appeals.frozen')}</h2>
        {may('appeals.decide') && <Button onClick={() => setFreezing(true)}>{t('appeals.freeze')}</Button>}
      </div>
      <Asked query={query} lines={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="dim">{t('appeals.noneFrozen')}</p>
          ) : (
            <SmallTable
              title={t('appeals.frozen')}
              titleHidden
              head={[
                { title: t('appeals.quarter') },
                { title: t('appeals.authority') },
                { title: t('appeals.asOf') },
                { title: t('appeals.figure_received'), figures: true },
                { title: t('appeals.figure_late'), figures: true },
                { title: t('appeals.by') },
              ]}
              rows={rows.map(({ id, quarter: of, authority: whose, as_of, metrics, by, at }) => ({
                key: String(id),
                cells: [
                  nameOf(of),
                  whose?.name,
                  format.day(as_of),
                  format.count(metrics.received),
                  format.count(metrics.waiting.late),
                  `${by}, ${format.instant(at)}`,
                ],
              }))}
            />
          )
        }
      </Asked>
      {freezing && <Freeze quarter={quarter} today={today} authority={authority} close={() => setFreezing(false)} />}
    </section>
  )
}

function Freeze({ quarter, today, authority, close }: FrozenProps & { readonly close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useQuarterName()
  const choices = useQuery(asked(readAppealChoices, {}))
  const [chosen, setChosen] = useState(authority)
  const authorities = choices.data?.authorities ?? []
  const of = chosen ?? authorities[0]?.id
  return (
    <FormDialog
      title={t('appeals.freezeTitle', { quarter: nameOf(quarter) })}
      action={t('appeals.freeze')}
      unready={of === undefined}
      close={close}
      save={() => call(freezeQuarter, { body: { quarter, as_of: today, authority: of ?? 0 } })}
    >
      <p>{t('appeals.freezeText', { day: format.day(today) })}</p>
      <NativeSelect
        data-autofocus
        label={t('appeals.authority')}
        value={String(of ?? '')}
        data={authorities.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
      />
    </FormDialog>
  )
}
