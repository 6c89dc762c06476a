import { ActionIcon, Checkbox, Popover, Tooltip } from '@mantine/core'
import { IconCheck, IconColumns3, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from './columns.ts'
import { copyTable } from './copy.ts'
import { FileLinks } from './file-links.tsx'
import type { Files } from './files.ts'

interface TableToolsProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly shown: readonly Column<Row>[]
  readonly toggle: (id: string) => void
  /** In the order they are shown. */
  readonly rows: readonly Row[]
  readonly files?: Files
}

/** What can be done with any table: choose columns, copy, take away as a file. */
export function TableTools<Row>({ columns, shown, toggle, rows, files }: TableToolsProps<Row>) {
  const { t } = useTranslation()
  return (
    <div className="row no-print" style={{ gap: 6 }}>
      <Popover position="bottom-end" trapFocus returnFocus>
        <Popover.Target>
          <Tooltip label={t('table.columns')}>
            <ActionIcon variant="default" size="md" aria-label={t('table.columns')}>
              <IconColumns3 size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('table.columns')}>
          <div className="stack-tight">
            {columns.map(({ id, title }, index) => (
              <Checkbox
                key={id}
                size="sm"
                label={title}
                checked={shown.some((column) => column.id === id)}
                disabled={index === 0}
                onChange={() => toggle(id)}
              />
            ))}
          </div>
        </Popover.Dropdown>
      </Popover>
      <Copy shown={shown} rows={rows} />
      {files && <FileLinks files={files} />}
    </div>
  )
}

function Copy<Row>({ shown, rows }: Pick<TableToolsProps<Row>, 'shown' | 'rows'>) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null)
  const copy = async () => {
    const done = await copyTable(shown, rows).then(
      () => 'copied' as const,
      () => 'notCopied' as const,
    )
    setOutcome(done)
    setTimeout(() => setOutcome(null), 2500)
  }
  const label = t(outcome === null ? 'table.copy' : `table.${outcome}`)
  return (
    <>
      <Tooltip label={label} {...(outcome === null ? {} : { opened: true })}>
        <ActionIcon variant="default" size="md" aria-label={t('table.copy')} onClick={() => void copy()}>
          {outcome === 'copied' ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />}
        </ActionIcon>
      </Tooltip>
      <span role="status" className="hidden-visually">
        {outcome === null ? '' : label}
      </span>
    </>
  )
}
