import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { FileLook } from '@otklik/model/appeals/api'
import { useTranslation } from 'react-i18next'
import { appealWords, optionsOf } from '../words.ts'
import { DATE_PATTERNS, isNeeded, MAPPABLE, withColumn, withWord } from './draft.ts'
import type { Loading } from './use-loading.ts'

interface Props {
  readonly loading: Loading
  readonly look: FileLook
}

/** Which columns and words of the file are ours. */
export function MappingPanel({ loading, look }: Props) {
  const { t } = useTranslation()
  const { mapping } = loading.draft
  const isOpen = look.fault !== null || look.words.length > 0
  return (
    <section className="panel" aria-label={t('appeals.columns')}>
      <details open={isOpen}>
        <summary>
          <strong>{t('appeals.columns')}</strong>
        </summary>
        <div className="stack" style={{ marginBlockStart: 'var(--space-3, 1rem)' }}>
          <Layout loading={loading} />
          <div className="columns">
            {MAPPABLE.map((column) => (
              <NativeSelect
                key={column}
                label={t(`appeals.column_${column}`)}
                description={isNeeded(column) ? t('appeals.needed') : undefined}
                value={mapping.columns?.[column] ?? ''}
                data={[
                  { value: '', label: look.titles.includes(column) ? column : t('appeals.noColumn') },
                  ...[...new Set(look.titles)].filter((title) => title !== ''),
                ]}
                onChange={({ currentTarget: { value } }) =>
                  loading.change({ mapping: withColumn(mapping, column, value) })
                }
              />
            ))}
          </div>
          <Words loading={loading} look={look} />
          <div className="row">
            <Button variant="default" loading={loading.looking.isPending} onClick={() => loading.check()}>
              {t('appeals.checkAgain')}
            </Button>
          </div>
        </div>
      </details>
    </section>
  )
}

function Layout({ loading }: Pick<Props, 'loading'>) {
  const { t } = useTranslation()
  const { mapping } = loading.draft
  const set = (change: Partial<typeof mapping>) => loading.change({ mapping: { ...mapping, ...change } })
  return (
    <div className="columns">
      <NumberInput
        label={t('appeals.headerRow')}
        min={1}
        max={1000}
        value={mapping.header ?? 1}
        onChange={(header) => typeof header === 'number' && set({ header })}
      />
      <NativeSelect
        label={t('appeals.datesAs')}
        value={mapping.dates ?? 'ГГГГ-ММ-ДД'}
        data={[...new Set([mapping.dates ?? 'ГГГГ-ММ-ДД', ...DATE_PATTERNS])]}
        onChange={({ currentTarget }) => set({ dates: currentTarget.value })}
      />
      <TextInput
        label={t('appeals.listsBy')}
        maxLength={10}
        value={mapping.lists ?? '|'}
        onChange={({ currentTarget: { value } }) => value !== '' && set({ lists: value })}
      />
    </div>
  )
}

/** Words of the file that are none of ours: a person says what they mean. */
function Words({ loading, look }: Props) {
  const { t } = useTranslation()
  const { mapping } = loading.draft
  if (look.words.length === 0) return null
  const choices = { kind: appealWords.kinds, source: appealWords.sources, outcome: appealWords.outcomes }
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>{t('appeals.wordsOfFile')}</legend>
      <div className="columns">
        {look.words.map(({ column, word }) => (
          <NativeSelect
            key={`${column} ${word}`}
            label={t('appeals.wordOf', { column: t(`appeals.column_${wordColumn(column)}`), word })}
            value={mapping.values?.[column]?.[word] ?? ''}
            data={optionsOf(t('appeals.chooseWord'), choices[wordColumn(column)])}
            onChange={({ currentTarget: { value } }) =>
              loading.change({ mapping: withWord(mapping, column, word, value) })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

const wordColumn = (column: string): 'kind' | 'source' | 'outcome' =>
  column === 'kind' ? 'kind' : column === 'outcome' ? 'outcome' : 'source'
