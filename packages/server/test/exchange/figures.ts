import { indicatorObjects, indicatorRows, registerView, type IndicatorObject } from '../../src/progress/index.ts'
import type { TestInstallation } from '../support/installation.ts'

/** Everything the indicators say of one service, or of all, as `otklik indicators` prints it. */
export async function figuresOf({ clickhouse, db }: TestInstallation, service?: string): Promise<IndicatorObject[]> {
  const parts = { ch: clickhouse, register: registerView(db), requestReach: 'everything' } as const
  const asked = service === undefined ? {} : { service }
  const by =
    service === undefined
      ? (['service', 'subservice', 'region', 'office', 'channel', 'month'] as const)
      : (['subservice', 'region', 'office', 'channel', 'month'] as const)
  return indicatorObjects(await indicatorRows(parts, asked, by))
}
