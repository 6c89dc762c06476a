import type { SurveyResults } from '@otklik/model/surveys/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../shared/i18n/index.ts'
import { SmallTable } from '../../../shared/table/small-table.tsx'
import type { FormWords } from '../../form-words.ts'
import { figuresOf, type ItemResult, useFigureText } from './figure-text.ts'

type Group = NonNullable<SurveyResults['groups']>[number]

interface GroupTablesProps {
  readonly results: SurveyResults
  readonly words: FormWords
  readonly nameOf: (value: string) => string
  readonly against: string | undefined
}

/** The telling figure of every question, group beside group. Groups too small to be shown say so. */
export function GroupTables({ results, words, nameOf, against }: GroupTablesProps) {
  const { t } = useTranslation()
  const { groups = [], questions, without } = results
  const told = questions.filter(({ figures }) => figuresOf(figures).length > 0)
  const hidden = groups.filter(({ suppressed }) => suppressed).map(({ value }) => nameOf(value))
  return (
    <section className="panel stack" aria-label={t('results.groups')}>
      <h2>{t('results.groups')}</h2>
      {hidden.length > 0 && <p style={{ margin: 0 }}>{t('results.suppressed', { groups: hidden.join('; ') })}</p>}
      {without !== undefined && without > 0 && (
        <p className="dim small" style={{ margin: 0 }}>
          {t('results.without', { count: without })}
        </p>
      )}
      {told.map((item) => (
        <GroupTable key={item.code} item={item} groups={groups} words={words} nameOf={nameOf} against={against} />
      ))}
    </section>
  )
}

type GroupTableProps = Omit<GroupTablesProps, 'results'> & {
  readonly item: ItemResult
  readonly groups: readonly Group[]
}

function GroupTable({ item, groups, words, nameOf, against }: GroupTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useFigureText()
  const [name] = figuresOf(item.figures)
  if (name === undefined) return null
  const shown = groups.filter(({ suppressed }) => !suppressed)
  return (
    <SmallTable
      title={words.item(item.code)}
      head={[
        { title: t('results.group') },
        { title: t(`results.figure_${name}`), figures: true },
        { title: 'n', figures: true },
        ...(against === undefined
          ? []
          : [{ title: t('results.difference', { group: nameOf(against) }), figures: true }]),
      ]}
      rows={shown.map(({ value, questions }) => {
        const figures = questions.find(({ code }) => code === item.code)?.figures ?? {}
        return {
          key: value,
          cells: [
            nameOf(value),
            say.value(name, figures),
            format.count(figures[name]?.n ?? 0),
            ...(against === undefined ? [] : [say.difference(name, figures)]),
          ],
        }
      })}
    />
  )
}
