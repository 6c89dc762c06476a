import { useTranslation } from 'react-i18next'
import classes from './guide.module.css'

/** The same by a program: three calls and where all of them stand. */
export function OverHttp() {
  const { t } = useTranslation()
  const url = window.location.origin
  const key = "-H 'Authorization: Bearer otk_…'"
  const calls = [
    [
      'try',
      `curl --fail-with-body ${key} -T day.zip -X POST \\\n  '${url}/api/packages/check?date=2026-11-20&name=day.zip'`,
    ],
    [
      'send',
      `curl --fail-with-body ${key} -T day.zip -X POST \\\n  '${url}/api/packages?date=2026-11-20&name=day.zip'`,
    ],
    ['receipt', `curl --fail-with-body ${key} '${url}/api/packages/17'`],
  ] as const
  return (
    <section className="panel stack" aria-label={t('guide.http')}>
      <h2>{t('guide.http')}</h2>
      <p style={{ margin: 0 }}>{t('guide.httpText')}</p>
      {calls.map(([name, text]) => (
        <div key={name}>
          <p style={{ margin: '0 0 4px' }}>{t(`guide.http_${name}`)}</p>
          {/* What scrolls must be reachable by keyboard. */}
          <pre className={classes.call} tabIndex={0} role="region" aria-label={t(`guide.http_${name}`)}>
            {text}
          </pre>
        </div>
      ))}
      <p style={{ margin: 0 }}>
        <a href="/api">{t('guide.allCalls')}</a>
      </p>
    </section>
  )
}
