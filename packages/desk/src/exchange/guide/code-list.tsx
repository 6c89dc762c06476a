import { errorCodes, structureCodes, warningCodes } from '@otklik/model/exchange'
import { useTranslation } from 'react-i18next'
import { CodeLink } from '../code-link.tsx'
import classes from './guide.module.css'

const GROUPS = [
  ['refused', structureCodes],
  ['setAside', errorCodes],
  ['told', warningCodes],
] as const

/** All codes of receipts, each with a page of its own. */
export function CodeList() {
  const { t } = useTranslation()
  return (
    <section className="panel stack" aria-label={t('guide.codes')}>
      <h2>{t('guide.codes')}</h2>
      {GROUPS.map(([group, codes]) => (
        <div key={group}>
          <h3>{t(`guide.codes_${group}`)}</h3>
          <ul className={classes.codes}>
            {codes.map((code) => (
              <li key={code}>
                <CodeLink code={code} /> <code className="dim small">{code}</code>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
