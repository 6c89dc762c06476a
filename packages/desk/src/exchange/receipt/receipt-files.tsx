import { Button } from '@mantine/core'
import { downloadSetAside, type Receipt, type ReceiptFile } from '@otklik/model/exchange/api'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { useCodeName } from '../../shared/i18n/field-name.ts'
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
  const format = useFormat()
  const nameOf = useCodeName()
  const kind = KINDS.find((known) => known === file.kind)
  return (
    <li>
      <div className="row-ends">
        <h3 className={classes.name}>
          {file.name} {kind && <span className="dim">– {t(`kinds.${kind}`)}</span>}
        </h3>
        {file.quarantined > 0 && (
          <Button
            component="a"
            href={urlOf(downloadSetAside, { params: { id, file: index } })}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            className={`${classes.download} no-print`}
            classNames={{ label: classes.downloadLabel ?? '' }}
          >
            {t('receipt.download', { count: file.quarantined, n: format.count(file.quarantined) })}
          </Button>
        )}
      </div>
      {file.alreadyReceived && <p className="dim">{t('receipt.alreadyReceived')}</p>}
      {file.structure.map((code, at) => (
        <p key={code} className={classes.refusal}>
          <strong>{t('receipt.refusedFile', { reason: nameOf(code) })}</strong> {file.explanations[at]}
        </p>
      ))}
      {file.read > 0 && <SumBar totals={file} />}
      <p className="dim small" style={{ overflowWrap: 'anywhere' }}>
        SHA-256: {file.sha256}
      </p>
    </li>
  )
}
