import { Button } from '@mantine/core'
import { downloadSetAside, downloadSetAsideBook, type Receipt, type ReceiptFile } from '@otklik/model/exchange/api'
import { IconDownload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { useCodeName } from '../code-name.ts'
import { KINDS } from '../kinds.ts'
import classes from './receipt-files.module.css'
import { SumBar } from './sum-bar.tsx'

/** Every file of a package: its sum, why it was refused if it was, its set-aside rows to take away. */
export function ReceiptFiles({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation()
  return (
    <section className="panel stack" aria-label={t('receipt.files')}>
      <h2>{t('receipt.files')}</h2>
      <ul className={classes.files}>
        {receipt.files.map((file, index) => (
          <FileItem key={`${file.name} ${file.sha256}`} file={file} id={receipt.id} index={index} />
        ))}
      </ul>
    </section>
  )
}

interface FileItemProps {
  readonly file: ReceiptFile
  readonly id: number
  readonly index: number
}

function FileItem({ file, id, index }: FileItemProps) {
  const { t } = useTranslation()
  const nameOf = useCodeName()
  const kind = KINDS.find((known) => known === file.kind)
  return (
    <li>
      <div className="row-ends">
        <h3 className={classes.name}>
          {file.name} {kind && <span className="dim">– {t(`kinds.${kind}`)}</span>}
        </h3>
        {file.quarantined > 0 && <SetAsideLinks id={id} file={index} count={file.quarantined} />}
      </div>
      {file.alreadyReceived && <p className="dim">{t('receipt.alreadyReceived')}</p>}
      {file.structure.map((code, at) => (
        <p key={code} className={classes.refusal}>
          <strong>{t('receipt.refusedFile', { reason: nameOf(code) })}</strong> {file.explanations[at]}{' '}
          <Link to="/packages/codes/$code" params={{ code }}>
            {t('code.remedy')}
          </Link>
        </p>
      ))}
      {file.read > 0 && <SumBar totals={file} />}
      <p className="dim small" style={{ overflowWrap: 'anywhere' }}>
        SHA-256: {file.sha256}
      </p>
    </li>
  )
}

/** Rows set aside, to be corrected: a workbook first, because a spreadsheet spoils a CSV when it saves it. */
function SetAsideLinks({ id, file, count }: { readonly id: number; readonly file: number; readonly count: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const params = { id, file }
  return (
    <div className={`${classes.downloads} no-print`}>
      <Button
        component="a"
        href={urlOf(downloadSetAsideBook, { params })}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        className={classes.download}
        classNames={{ label: classes.downloadLabel ?? '' }}
      >
        {t('receipt.download', { count, n: format.count(count) })}
      </Button>
      <Button component="a" href={urlOf(downloadSetAside, { params })} download variant="subtle">
        {t('receipt.downloadCsv')}
      </Button>
    </div>
  )
}
