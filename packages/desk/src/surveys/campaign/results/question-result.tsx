import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../shared/i18n/index.ts'
import type { FormWords } from '../../form-words.ts'
import { figuresOf, type ItemResult, useFigureText } from './figure-text.ts'
import { ShareBar } from './share-bar.tsx'
import classes from './share-bar.module.css'

interface QuestionResultProps {
  readonly item: ItemResult
  readonly words: FormWords
}

/** One question: who answered, its figures, and the distribution beside them. */
export function QuestionResult({ item, words }: QuestionResultProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { n } = item
  return (
    <div className="stack-tight">
      <h3 style={{ margin: 0 }}>{words.item(item.code)}</h3>
      <p className="dim small" style={{ margin: 0 }}>
        {t('results.base', { answered: format.count(n.answered), shown: format.count(n.shown) })}
        {n.missing > 0 && ` ${t('results.missing', { missing: format.count(n.missing) })}`}
      </p>
      <ItemFigures item={item} />
      {item.options.length > 0 && <Distribution item={item} words={words} />}
    </div>
  )
}

function ItemFigures({ item: { figures } }: Pick<QuestionResultProps, 'item'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useFigureText()
  return figuresOf(figures).map((name) => (
    <p key={name} className="row" style={{ margin: 0 }}>
      <span>{t(`results.figure_${name}`)}</span>
      <strong className="num">{say.value(name, figures)}</strong>
      <span className="dim num">n {format.count(figures[name]?.n ?? 0)}</span>
      {figures[name]?.note === 'little_data' && <span className="dim">{t('results.little')}</span>}
    </p>
  ))
}

function Distribution({ item, words }: QuestionResultProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <table className={classes.table}>
      <caption className="hidden-visually">{t('results.distribution', { question: words.item(item.code) })}</caption>
      <tbody>
        {item.options.map(({ code, count, share, low, high }) => (
          <tr key={code}>
            <th scope="row">{words.option(item.code, code)}</th>
            <td>{share !== null && <ShareBar share={share} low={low} high={high} />}</td>
            <td>
              {share === null
                ? t('results.outside', { count: format.count(count) })
                : t('results.share', { share: format.percent(share), count: format.count(count) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
