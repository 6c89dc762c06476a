import { type Receipt, readReceipt, type Sample } from '@otklik/model/exchange/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { useFieldName } from '../../shared/i18n/field-name.ts'
import { CodeLink } from '../code-link.tsx'
import { useCodeName } from '../code-name.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'

/** What was found in the rows: how often each remark was made, and examples with file, row, column and value. */
export function ReceiptCodes({ receipt: { id, codes, samples } }: { readonly receipt: Receipt }) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = useSampleColumns()
  const counted = Object.entries(codes).sort(([, a], [, b]) => b - a)
  if (counted.length === 0) return null
  const files = (table: 'codes' | 'samples') =>
    filesOf((as) => urlOf(readReceipt, { params: { id }, query: { table, format: as } }))
  return (
    <>
      <section className="panel" aria-label={t('receipt.codes')}>
        <SmallTable
          title={t('receipt.codes')}
          files={files('codes')}
          head={[
            { title: t('receipt.remark') },
            { title: t('receipt.code') },
            { title: t('receipt.rows'), figures: true },
          ]}
          rows={counted.map(([code, count]) => ({
            key: code,
            cells: [<CodeLink key={code} code={code} />, <code key={code}>{code}</code>, format.count(count)],
          }))}
        />
      </section>
      {samples.length > 0 && (
        <DataTable
          title={t('receipt.samples')}
          files={files('samples')}
          columns={columns}
          rows={samples}
          rowKey={({ file, row, column, code }) => `${file} ${row} ${column} ${code}`}
        />
      )}
    </>
  )
}

function useSampleColumns(): Column<Sample>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useFieldName()
  const codeName = useCodeName()
  return useMemo(
    () => [
      { id: 'file', title: t('receipt.file'), value: ({ file }) => file },
      {
        id: 'row',
        title: t('receipt.line'),
        figures: true,
        value: ({ row, line = row }) => line,
        show: ({ row, line = row }) => (line > 0 ? format.count(line) : ''),
      },
      { id: 'column', title: t('receipt.column'), value: ({ column }) => column, show: ({ column }) => nameOf(column) },
      {
        id: 'value',
        title: t('figures.value'),
        value: ({ value }) => value,
        show: ({ value }) => <code>{value}</code>,
      },
      { id: 'code', title: t('receipt.remark'), value: ({ code }) => codeName(code), extra: true },
      { id: 'message', title: t('receipt.message'), wide: true, value: ({ message }) => message },
    ],
    [t, format, nameOf, codeName],
  )
}
