import { NativeSelect } from '@mantine/core'
import { findCode } from '@otklik/model/exchange'
import { countCodes, type CodeCount } from '@otklik/model/exchange/api'
import { codePage } from '@otklik/model/exchange/guide'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { filesOf } from '../../shared/table/files.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { CodeLink } from '../code-link.tsx'
import { shiftDay, today } from '../packages/days.ts'
import { useSuppliers } from '../packages/suppliers.ts'
import classes from './guide.module.css'

const DAYS = 7 * 12

/** Which remarks come again and again, and what to do about them. */
export function Remarks() {
  const { t } = useTranslation()
  const [supplier, setSupplier] = useState('')
  const suppliers = useSuppliers().data?.suppliers ?? []
  const to = today()
  const asking = { from: shiftDay(to, 1 - DAYS), to, ...(supplier !== '' && { supplier }) }
  const query = useQuery({ ...asked(countCodes, { query: asking }), placeholderData: (before) => before })
  return (
    <section id="remarks" className="panel stack" aria-label={t('guide.remarks')}>
      <h2>{t('guide.remarks')}</h2>
      {suppliers.length > 1 && (
        <NativeSelect
          className="no-print"
          label={t('packages.supplier')}
          value={supplier}
          data={[
            { value: '', label: t('guide.anySupplier') },
            ...suppliers.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(event) => setSupplier(event.currentTarget.value)}
        />
      )}
      <Asked query={query} lines={4}>
        {({ remarks }) =>
          remarks.length === 0 ? (
            <p style={{ margin: 0 }}>{t('guide.noRemarks')}</p>
          ) : (
            <RemarkTable
              remarks={remarks}
              files={filesOf((as) => urlOf(countCodes, { query: { ...asking, format: as } }))}
            />
          )
        }
      </Asked>
    </section>
  )
}

interface TableProps {
  readonly remarks: readonly CodeCount[]
  readonly files: ReturnType<typeof filesOf>
}

function RemarkTable({ remarks, files }: TableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <SmallTable
      title={t('guide.remarks')}
      titleHidden
      files={files}
      head={[
        { title: t('receipt.remark') },
        { title: t('receipt.rows'), figures: true },
        { title: t('guide.byWeek') },
        { title: t('guide.lastTime'), figures: true },
        { title: t('code.remedy') },
      ]}
      rows={remarks.map(({ code, rows, last, byWeek }) => {
        const known = findCode(code)
        return {
          key: code,
          cells: [
            <CodeLink key={code} code={code} />,
            format.count(rows),
            <Weeks key={code} rows={byWeek} />,
            format.day(last),
            known ? codePage(known).remedy : '',
          ],
        }
      })}
    />
  )
}

/** A bar per week; the words beside it are for those who do not see it. */
function Weeks({ rows }: { readonly rows: readonly number[] }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...rows)
  const said = t('guide.weeks', { rows: rows.join(', ') })
  return (
    <span className={classes.weeks} role="img" aria-label={said} title={said}>
      {rows.map((count, at) => (
        // Weeks have no other name than their place.
        <span key={`${at} ${count}`} style={{ height: `${Math.ceil((count / most) * 100)}%` }} />
      ))}
    </span>
  )
}
