import { Button } from '@mantine/core'
import { kindRules, kinds } from '@otklik/model/exchange'
import { sampleOf } from '@otklik/model/exchange/guide'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { shiftDay, today } from '../packages/days.ts'

/** A sample of every kind of file, made from the column rules: what is downloaded passes the check. */
export function Samples() {
  const { t } = useTranslation()
  const day = shiftDay(today(), -1)
  return (
    <section className="panel stack" aria-label={t('guide.samples')}>
      <SmallTable
        title={t('guide.samples')}
        head={[
          { title: t('guide.kind') },
          { title: t('guide.required') },
          { title: t('guide.key') },
          { title: t('guide.sample') },
        ]}
        rows={kinds.map((kind) => {
          const { title, columns, key, source } = kindRules[kind]
          const nameOf = (wanted: string) => columns.find(({ name }) => name === wanted)?.aliases[0] ?? wanted
          const required = columns.filter((column) => column.required).map(({ aliases }) => aliases[0])
          const { name, text } = sampleOf(kind, day)
          return {
            key: kind,
            cells: [
              <span key={kind}>
                {title}
                <br />
                <span className="dim small">{source}</span>
              </span>,
              required.join(', '),
              key.length > 0 ? key.map(nameOf).join(' + ') : t('guide.noKey'),
              <Button
                key={name}
                component="a"
                href={`data:text/csv;charset=utf-8,${encodeURIComponent(text)}`}
                download={name}
                variant="default"
                size="compact-md"
                leftSection={<IconDownload size={16} aria-hidden />}
                aria-label={t('guide.downloadOf', { name: title })}
              >
                {t('guide.download')}
              </Button>,
            ],
          }
        })}
      />
      <p className="dim" style={{ margin: 0 }}>
        {t('guide.samplesHint')}
      </p>
    </section>
  )
}
