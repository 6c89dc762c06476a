import { Button, TextInput } from '@mantine/core'
import { ALL_ROW_CODES, ROW_CODES } from '@otklik/model/appeals'
import type { FileLook } from '@otklik/model/appeals/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import type { Loading } from './use-loading.ts'

const FIRST_ROWS = 10

/** What the file will come to: nothing of it is stored yet. */
export function Outlook({ loading, look }: { readonly loading: Loading; readonly look: FileLook }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { draft, taking } = loading
  const unnamed = draft.changed && draft.name.trim() === ''
  const count = (n: number) => format.count(n)
  if (look.fault !== null)
    return (
      <section className="panel" role="alert">
        <p style={{ margin: 0, overflowWrap: 'anywhere' }}>{look.fault}</p>
      </section>
    )
  return (
    <section className="panel stack" aria-label={t('appeals.outlook')}>
      <h2 style={{ margin: 0 }}>{t('appeals.outlook')}</h2>
      <p style={{ margin: 0 }}>
        {t('appeals.sums', {
          read: count(look.read),
          accepted: count(look.accepted),
          aside: count(look.set_aside),
          repeats: count(look.repeats),
        })}
      </p>
      {look.set_aside > 0 && <Faults look={look} />}
      <Samples look={look} />
      {draft.changed && (
        <TextInput
          label={t('appeals.mappingName')}
          description={t('appeals.mappingNameHint')}
          maxLength={100}
          value={draft.name}
          onChange={({ currentTarget }) => loading.change({ name: currentTarget.value })}
        />
      )}
      <div className="row">
        <Button disabled={unnamed || look.read === 0} loading={taking.isPending} onClick={() => loading.take()}>
          {t('appeals.take')}
        </Button>
      </div>
    </section>
  )
}

function Faults({ look }: { readonly look: FileLook }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rowsOf = (code: string) => look.rows.filter(({ codes }) => codes.includes(code)).map(({ row }) => row)
  return (
    <SmallTable
      title={t('appeals.faults')}
      head={[
        { title: t('appeals.fault') },
        { title: t('appeals.rowsCount'), figures: true },
        { title: t('appeals.rowsOf') },
      ]}
      rows={ALL_ROW_CODES.filter((code) => look.codes[code] !== undefined).map((code) => {
        const rows = rowsOf(code)
        const more = (look.codes[code] ?? 0) > FIRST_ROWS ? ' …' : ''
        return {
          key: code,
          cells: [
            ROW_CODES[code],
            format.count(look.codes[code] ?? 0),
            `${rows.slice(0, FIRST_ROWS).map(String).join(', ')}${more}`,
          ],
        }
      })}
    />
  )
}

function Samples({ look }: { readonly look: FileLook }) {
  const { t } = useTranslation()
  return (
    <SmallTable
      title={t('appeals.samples')}
      head={look.titles.map((title, at) => ({ title: title || t('appeals.untitled', { n: at + 1 }) }))}
      rows={look.samples.map((cells, at) => ({ key: String(at), cells }))}
    />
  )
}
