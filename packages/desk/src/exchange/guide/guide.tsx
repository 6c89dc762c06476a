import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../access/rights.ts'
import { Page } from '../../shared/ui/page.tsx'
import { CodeList } from './code-list.tsx'
import { OverHttp } from './over-http.tsx'
import { Remarks } from './remarks.tsx'
import { Samples } from './samples.tsx'
import { TryFiles } from './try-files.tsx'
import classes from './guide.module.css'

/** What to send, when and how: for those who make a supplier's packages. */
export function GuideScreen() {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <Page place={<Link to="/packages">{t('nav.packages')}</Link>} title={t('guide.title')} about={t('guide.about')}>
      <Rules />
      <Samples />
      {may('packages.send') && <TryFiles />}
      <Remarks />
      <OverHttp />
      <CodeList />
    </Page>
  )
}

const RULES = ['inTime', 'emptyDay', 'daily', 'files', 'repeats', 'corrections', 'limits'] as const

function Rules() {
  const { t } = useTranslation()
  return (
    <section className="panel stack" aria-label={t('guide.rules')}>
      <h2>{t('guide.rules')}</h2>
      <dl className={classes.rules}>
        {RULES.map((rule) => (
          <div key={rule}>
            <dt>{t(`guide.rule_${rule}`)}</dt>
            <dd>{t(`guide.rule_${rule}_text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
